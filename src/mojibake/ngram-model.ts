/**
 * The language model: three views of what comes next, mixed.
 *
 * - general Chinese: a back-off trigram table of words, which knows no punctuation, Latin or digits;
 * - the field: counts over sentences as such notes have them, punctuation and Latin included;
 * - grammar: the same sentences as classes of words, so that 与 between nouns is known between any two.
 *
 * The mixture is linear, with fixed weights: Jelinek and Mercer, "Interpolated estimation of Markov source
 * parameters from sparse data" (1980).
 */
import { backoffLogProb, findBigram, recallBackoff, type BackoffHistory } from './backoff-table.ts';
import { FrameCounts, PAIR, PLACE, type Frame } from './frames.ts';
import type { History, LanguageModel, TokenClass } from './language-model.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import type { ModelData } from './model-file.ts';
import { NgramCounts, TOKEN_LIMIT, type CountedHistory } from './ngram-counts.ts';
import { rarity } from './rarity.ts';
import { SIGNS } from './signs.ts';

/** The shares of the field and of grammar; the rest is general Chinese. */
export interface Weights {
  field: number;
  grammar: number;
}

export const DEFAULT_WEIGHTS: Weights = { field: 0.3, grammar: 0.2 };

/** Tokens that are no word: classes of text, and the beginning of a sentence. They follow the words. */
const TOKENS: readonly (TokenClass | 'begin')[] = ['latin', 'digits', 'symbol', 'unknown', 'begin'];

/** P of these tokens, and of words that general Chinese doesn't list, where only it is asked. */
const GENERAL: Readonly<Record<(typeof TOKENS)[number], number>> = {
  latin: 0.05,
  digits: 0.01,
  symbol: 0.01,
  unknown: 0.01,
  begin: 1e-9,
};
const UNLISTED_WORD = 1e-6;
/** ln P of one character of a class. */
const SPELLING = -16;
/** So many of the field's commonest words are a class each; the others share that of their part of speech. */
const OWN_CLASS = 40;
/** Frames and the words nearby say partly the same, so the frames' say is reduced. */
const FRAME_WEIGHT = 0.7;
/** How many occurrences the general frequencies count for, when words of a class are told apart. */
const PRIOR = 30;

/** The number of a token that is no word, in a model of `words` words. */
export function tokenNumber(words: number, kind: (typeof TOKENS)[number]): number {
  return words + TOKENS.indexOf(kind);
}

/** A state is the last token, the one before it where that matters, and which frames are open. */
function readState(state: number) {
  const history = Math.floor(state / 4);
  const before = Math.floor(history / TOKEN_LIMIT);
  // Cheaper than remainders.
  const last = history - before * TOKEN_LIMIT;
  const open = state - history * 4;
  return { before: before - 1, last, inPlace: (open & 1) === 1, inPair: (open & 2) === 2 };
}

/** A frame, learnt from the sentences. */
interface FrameScores {
  /** What an open frame, or none, adds to ln P of each token. */
  scores(isOpen: boolean): Float64Array;
  after(isOpen: boolean, token: number): boolean;
}

export class NgramModel implements LanguageModel {
  readonly lexicon: Lexicon;
  readonly start: number;
  readonly contextWeights?: Int8Array;
  readonly #data: ModelData;
  readonly #weights: Weights;
  readonly #field: NgramCounts;
  readonly #grammar: NgramCounts;
  readonly #place: FrameScores;
  readonly #pair: FrameScores;
  /** ln P of each token in general Chinese, without its history. */
  readonly #general: Float64Array;
  readonly #classOf: Uint16Array;
  /** P(token | its class). */
  readonly #inClass: Float64Array;
  readonly #classes: number;

  constructor(data: ModelData, weights: Weights = DEFAULT_WEIGHTS) {
    const { words, table, sentences } = data;
    if (words.length + TOKENS.length > TOKEN_LIMIT) {
      throw new RangeError(`MODEL_TOO_LARGE: ${words.length} words; states have no room for them.`);
    }
    this.#data = data;
    this.#weights = weights;
    if (data.contextWeights.length > 0) this.contextWeights = data.contextWeights;
    this.lexicon = buildLexicon(words);
    this.start = 4 * tokenNumber(words.length, 'begin');
    const begin = tokenNumber(words.length, 'begin');
    let tokens = 0;
    for (const sentence of sentences) tokens += sentence.length;
    this.#field = new NgramCounts(tokens);
    for (const sentence of sentences) this.#field.add([begin, ...sentence]);
    this.#general = new Float64Array(words.length + TOKENS.length).fill(Math.log(UNLISTED_WORD));
    this.#general.set(table.logProb);
    for (let number = table.words; number < words.length; number++) {
      const occurrences = SIGNS[words[number] ?? ''];
      if (occurrences !== undefined) this.#general[number] = Math.log(occurrences / 1e6);
    }
    TOKENS.forEach(
      (kind, index) => (this.#general[words.length + index] = Math.log(GENERAL[kind])),
    );
    const { classOf, classes } = this.#assignClasses();
    this.#classOf = classOf;
    this.#classes = classes;
    this.#grammar = new NgramCounts(tokens);
    for (const sentence of sentences) {
      this.#grammar.add([begin, ...sentence].map((token) => classOf[token] ?? 0));
    }
    this.#inClass = this.#shareClasses();
    this.#place = this.#scoreFrame(PLACE);
    this.#pair = this.#scoreFrame(PAIR);
  }

  classWord(kind: TokenClass): number {
    return tokenNumber(this.#data.words.length, kind);
  }

  recall(state: number): History {
    const { before, last, inPlace, inPair } = readState(state);
    const { table } = this.#data;
    const inTable = (token: number) => (token < table.words ? token : -1);
    const general = recallBackoff(table, inTable(before), inTable(last));
    const inField = this.#field.recall(before, last);
    const inGrammar = this.#grammar.recall(
      before < 0 ? -1 : (this.#classOf[before] ?? 0),
      this.#classOf[last] ?? 0,
    );
    const ofPlace = this.#place.scores(inPlace);
    const ofPair = this.#pair.scores(inPair);
    return {
      logProb: (word) =>
        this.#mix(general, inField, inGrammar, word) + (ofPlace[word] ?? 0) + (ofPair[word] ?? 0),
      next: (word) =>
        4 * this.#nextHistory(last, word) +
        (this.#place.after(inPlace, word) ? 1 : 0) +
        (this.#pair.after(inPair, word) ? 2 : 0),
    };
  }

  /** ln P of `word`, by the three views together. */
  #mix(
    afterGeneral: BackoffHistory,
    afterField: CountedHistory,
    afterGrammar: CountedHistory,
    word: number,
  ): number {
    const { table } = this.#data;
    const { field, grammar } = this.#weights;
    const general = Math.exp(
      word < table.words
        ? backoffLogProb(table, afterGeneral, word)
        : (this.#general[word] ?? -Infinity),
    );
    const inField = this.#field.probability(afterField, word, general);
    const ofClass = this.#classOf[word] ?? 0;
    const inGrammar =
      this.#grammar.probability(afterGrammar, ofClass, 1 / this.#classes) *
      (this.#inClass[word] ?? 0);
    return Math.log((1 - field - grammar) * general + field * inField + grammar * inGrammar);
  }

  /** The last two tokens, or one where nothing is known of what follows the two. */
  #nextHistory(last: number, word: number): number {
    const isKnown =
      this.#field.follows(last, word) || findBigram(this.#data.table, last, word) >= 0;
    return isKnown ? (last + 1) * TOKEN_LIMIT + word : word;
  }

  spelling(char: string): number {
    return SPELLING - Math.max(0, rarity(char) - 9);
  }

  #scoreFrame(frame: Frame): FrameScores {
    const { words, sentences } = this.#data;
    const changes = new Int8Array(words.length);
    words.forEach((word, token) => (changes[token] = frame.change(word)));
    const counts = new FrameCounts(changes, this.#classOf.length);
    for (const sentence of sentences) counts.add(sentence);
    const outside = new Float64Array(this.#classOf.length);
    const inside = new Float64Array(this.#classOf.length);
    // Words that no sentence has are preferred nowhere.
    for (const token of this.#field.tokens()) {
      if (!frame.decides(words[token] ?? '')) continue;
      outside[token] = FRAME_WEIGHT * counts.preference(false, token);
      inside[token] = FRAME_WEIGHT * counts.preference(true, token);
    }
    return {
      scores: (isOpen) => (isOpen ? inside : outside),
      after: (isOpen, token) => counts.after(isOpen, token),
    };
  }

  #assignClasses() {
    const { words, classes, table } = this.#data;
    const classOf = new Uint16Array(words.length + TOKENS.length);
    classOf.set(classes);
    let next = 256;
    const common = this.#field.tokens().slice(0, OWN_CLASS);
    for (const token of common) classOf[token] = next++;
    // Punctuation and what only the field's sentences know is too unlike anything else to share a class.
    for (let token = table.words; token < classOf.length; token++) {
      if (classOf[token] === 0 || token >= words.length) classOf[token] = next++;
    }
    return { classOf, classes: next };
  }

  #shareClasses(): Float64Array {
    const size = this.#classOf.length;
    const generalMass = new Float64Array(this.#classes);
    const fieldMass = new Float64Array(this.#classes);
    for (let token = 0; token < size; token++) {
      const ofClass = this.#classOf[token] ?? 0;
      generalMass[ofClass] = (generalMass[ofClass] ?? 0) + Math.exp(this.#general[token] ?? 0);
      fieldMass[ofClass] = (fieldMass[ofClass] ?? 0) + this.#field.count(token);
    }
    const shares = new Float64Array(size);
    for (let token = 0; token < size; token++) {
      const ofClass = this.#classOf[token] ?? 0;
      const general = Math.exp(this.#general[token] ?? 0) / (generalMass[ofClass] || 1);
      const inField = this.#field.count(token);
      shares[token] = (PRIOR * general + inField) / (PRIOR + (fieldMass[ofClass] ?? 0));
    }
    return shares;
  }
}
