/** What a reader typed, as the words to look for. */
import { foldText } from './fold.ts';
import { wordForms } from './word-forms.ts';

export interface QueryWord {
  /** Folded: a run of Chinese characters, or a word of any other script. */
  text: string;
  kind: 'han' | 'other';
  /** As the index may know it: for other scripts its forms in number and tense, the word itself first. */
  forms: string[];
  /** What it may be cut into: `medvqa`, typed as `MedVQA`, is `med` and `vqa`. */
  parts: string[];
  /** Forms of what it is a part of, where it was typed with a hyphen: of `multi-modal` that is `multimodal`. */
  joined: string[];
  /** How many positions of the index may lie between its beginning and that of the next word. */
  reach: number;
}

export interface SearchQuery {
  /** As typed, without the space around it, well-formed. */
  typed: string;
  words: QueryWord[];
  /** The words after these were left out. */
  cut: boolean;
  /** Matches the query in folded text, word for word. Undefined where there is no word. */
  literal: RegExp | undefined;
}

/** A pasted page would ask for a thousand words. */
const mostWords = 24;
const mostCharacters = 40;
const fewWords = 4;
/** Chinese, or a word of another script with what may stand inside it: `2.5`, `don't`, `self_play`. */
const wordPattern =
  /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:(?:[.'’_]|(?<=\d),(?=\d))(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu;
/** They are in every paper, and say nothing of any. */
export const commonWords: ReadonlySet<string> = new Set(
  'a an and are as at be by for from in is it its of on or that the this to we with'.split(' '),
);

export function parseQuery(input: string): SearchQuery {
  const typed = input.toWellFormed().trim();
  const found = [...typed.matchAll(/\S+/gu)].flatMap(([chunk]) => wordsOf(chunk));
  const kept = found.slice(0, mostWords);
  const telling = kept.filter(({ text }) => !commonWords.has(text));
  // In a short query they may be what makes the phrase.
  const asked = kept.length <= fewWords || telling.length === 0 ? kept : telling;
  const words = asked.map((word, place) => {
    const next = asked[place + 1];
    // A hyphen takes a position, and so does each word that isn't asked for.
    const between = next ? kept.indexOf(next) - kept.indexOf(word) : 1;
    return toWord(word, 2 * between);
  });
  const source = kept
    .map(({ text }) => text.slice(0, mostCharacters))
    .reduce((before, text, place) => {
      // Beside Chinese a folded text has no space.
      const isParted = place > 0 && !isHan(text) && !isHan(kept[place - 1]?.text ?? '');
      return before + (isParted ? ' ' : '') + escaped(text);
    }, '');
  return {
    typed,
    words,
    cut: found.length > kept.length,
    literal: kept.length > 0 ? new RegExp(bounded(source), 'u') : undefined,
  };
}

interface TypedWord {
  /** Folded. */
  text: string;
  /** As it was typed. */
  typed: string;
  /** Folded, with the words that hyphens join it to; the word itself where there are none. */
  compound: string;
}

/** The words of what stands between two spaces: a space parts Chinese words, where a reader typed one. */
function wordsOf(chunk: string): TypedWord[] {
  const folded = foldText(chunk);
  const words = [...folded.text.matchAll(wordPattern)].map(({ 0: text, index }) => {
    const start = folded.starts[index] ?? 0;
    const end = folded.ends[index + text.length - 1] ?? chunk.length;
    return { text, start, end, compound: [text] };
  });
  for (const [place, word] of words.entries()) {
    const last = words[place - 1];
    const isJoined =
      last &&
      /^\p{Pd}$/u.test(chunk.slice(last.end, word.start)) &&
      ![last, word].some((one) => isHan(one.text));
    if (!isJoined) continue;
    // One array for all words of a compound.
    last.compound.push(word.text);
    word.compound = last.compound;
  }
  return words.map(({ text, start, end, compound }) => ({
    text,
    typed: chunk.slice(start, end),
    compound: compound.join(''),
  }));
}

function toWord({ text: folded, typed, compound }: TypedWord, gap: number): QueryWord {
  const text = [...folded].slice(0, mostCharacters).join('');
  if (isHan(text)) {
    return {
      text,
      kind: 'han',
      forms: [],
      parts: [],
      joined: [],
      reach: [...text].length - 1 + gap,
    };
  }
  // The index drops what stands inside a word.
  const indexed = text.replace(/[.'’,]/g, '');
  return {
    text,
    kind: 'other',
    forms: wordForms(indexed),
    parts: typed
      .split(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/u)
      .map((part) => foldText(part).text),
    joined: compound === folded ? [] : wordForms(compound.replace(/[.'’,]/g, '')),
    reach: gap,
  };
}

export function isHan(text: string): boolean {
  return /^\p{Script=Han}/u.test(text);
}

/**
 * Pairs that the index holds of a Chinese run and that cover it: `医疗视觉问` is 医疗, 视觉 and 觉问. The index holds
 * 疗视 as well; but each pair may lie in a part of the index of its own, which is then fetched.
 */
export function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length < 3) return [run];
  const pairAt = (place: number) => characters.slice(place, place + 2).join('');
  const pairs: string[] = [];
  for (let place = 0; place < characters.length - 2; place += 2) pairs.push(pairAt(place));
  return [...pairs, pairAt(characters.length - 2)];
}

/** The source of a regular expression that a word isn't part of a longer one, if its ends aren't Chinese. */
export function bounded(source: string): string {
  return `(?<![a-z0-9](?=[a-z0-9]))(?:${source})(?!(?<=[a-z0-9])[a-z0-9])`;
}

export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}
