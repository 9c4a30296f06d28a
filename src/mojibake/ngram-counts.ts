/**
 * Counts of word sequences up to three long, and the probabilities they give: small samples of text, whose
 * words are numbers. Smoothed after Witten and Bell, "The zero-frequency problem" (1991): a history passes on
 * to the shorter one in proportion to how many different words have followed it.
 */

/** Token numbers stay below this, and three of them fit a double to the last bit: the cube is below 2^53. */
export const TOKEN_LIMIT = 200_000;

/** Witten and Bell's share for what is new, so many times over: these samples are small. */
const ESCAPE = 2;

export class NgramCounts {
  readonly #unigrams = new Float64Array(TOKEN_LIMIT);
  readonly #bigrams: Table;
  readonly #trigrams: Table;
  /** For each history of one or two tokens: how often it was continued, and by how many different tokens. */
  readonly #after: Table;
  readonly #kindsAfter: Table;
  #total = 0;
  #kinds = 0;

  /** `tokens` is about how many will be added; more are no error. */
  constructor(tokens = 1024) {
    this.#bigrams = new Table(tokens);
    this.#trigrams = new Table(tokens);
    this.#after = new Table(tokens);
    this.#kindsAfter = new Table(tokens);
  }

  /** Counts a sentence. Its first token is context only. */
  add(sentence: ArrayLike<number>): void {
    for (let index = 1; index < sentence.length; index++) {
      const word = sentence[index] ?? 0;
      const last = sentence[index - 1] ?? 0;
      this.#unigrams[word] = this.count(word) + 1;
      if (this.count(word) === 1) this.#kinds++;
      this.#total++;
      this.#continue(this.#bigrams, one(last), pair(last, word));
      if (index < 2) continue;
      const before = sentence[index - 2] ?? 0;
      this.#continue(this.#trigrams, pair(before, last), triple(before, last, word));
    }
  }

  #continue(table: Table, history: number, ngram: number): void {
    this.#after.increment(history);
    if (table.increment(ngram) === 1) this.#kindsAfter.increment(history);
  }

  /** How often `word` was counted. */
  count(word: number): number {
    return this.#unigrams[word] ?? 0;
  }

  /** The tokens that were counted, most frequent first. */
  tokens(): number[] {
    const tokens: number[] = [];
    // A loop: most numbers were never counted, and an array of all would take longer than this.
    for (let token = 0; token < TOKEN_LIMIT; token++) {
      if (this.count(token) > 0) tokens.push(token);
    }
    return tokens.sort((a, b) => this.count(b) - this.count(a) || a - b);
  }

  /** Whether anything followed these two: whether the history is worth remembering. */
  follows(last: number, word: number): boolean {
    return this.#after.get(pair(last, word)) > 0;
  }

  /** What was counted after these two; `before` may be -1. Counts that are added later it doesn't know. */
  recall(before: number, last: number): CountedHistory {
    const after = this.#after.get(one(last));
    const afterTwo = before < 0 ? 0 : this.#after.get(pair(before, last));
    return {
      before,
      last,
      after,
      escape: after === 0 ? 0 : ESCAPE * this.#kindsAfter.get(one(last)),
      afterTwo,
      escapeTwo: afterTwo === 0 ? 0 : ESCAPE * this.#kindsAfter.get(pair(before, last)),
    };
  }

  /** P(word | history), with `elsewhere` as the probability where nothing was counted. */
  probability(history: CountedHistory, word: number, elsewhere: number): number {
    const { before, last, after, escape, afterTwo, escapeTwo } = history;
    let shorter = (this.count(word) + this.#kinds * elsewhere) / (this.#total + this.#kinds || 1);
    if (after > 0) {
      const count = this.#bigrams.get(pair(last, word));
      shorter = (count + escape * shorter) / (after + escape);
    }
    if (afterTwo > 0) {
      const count = this.#trigrams.get(triple(before, last, word));
      shorter = (count + escapeTwo * shorter) / (afterTwo + escapeTwo);
    }
    return shorter;
  }
}

/** A history of two tokens, or of one where `before` is -1. */
export interface CountedHistory {
  before: number;
  last: number;
  /** How often the last token was continued, and the weight of what never continued it; for both tokens as well. */
  after: number;
  escape: number;
  afterTwo: number;
  escapeTwo: number;
}

/** Keys of one, two and three tokens, apart from each other: tokens count from 1 in them. */
const one = (last: number) => last + 1;
const pair = (last: number, word: number) => (last + 1) * TOKEN_LIMIT + word + 1;
const triple = (before: number, last: number, word: number) =>
  ((before + 1) * TOKEN_LIMIT + last + 1) * TOKEN_LIMIT + word + 1;

/** A hash table of counts with open addressing: several times faster here than a Map. */
class Table {
  #keys: Float64Array;
  #counts: Float64Array;
  #size = 0;

  constructor(expected: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.#keys = new Float64Array(capacity).fill(-1);
    this.#counts = new Float64Array(capacity);
  }

  get(key: number): number {
    return this.#counts[this.#find(key)] ?? 0;
  }

  /** Adds one and returns the new count. */
  increment(key: number): number {
    let at = this.#find(key);
    if (this.#keys[at] === -1) {
      if (++this.#size * 2 > this.#keys.length) {
        this.#grow();
        at = this.#find(key);
      }
      this.#keys[at] = key;
    }
    const count = (this.#counts[at] ?? 0) + 1;
    this.#counts[at] = count;
    return count;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    // The low 32 bits, and the others.
    const high = Math.floor(key / 0x1_0000_0000);
    let at = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
    at = (at ^ (at >>> 15)) & mask;
    while (this.#keys[at] !== -1 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#counts = new Float64Array(keys.length * 2);
    keys.forEach((key, index) => {
      if (key === -1) return;
      const at = this.#find(key);
      this.#keys[at] = key;
      this.#counts[at] = counts[index] ?? 0;
    });
  }
}
