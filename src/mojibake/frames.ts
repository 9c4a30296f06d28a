/**
 * Frames reach further than three words: 在…中 and 从…上, a place; 与…结合 and 与…之间, a pair. Whether one is open
 * decides much of whether 中, 与 or 不 stands at a gap. Triggers in the sense of Lau, Rosenfeld and Roukos,
 * "Trigger-based language models" (1993), with one bit of memory each.
 */

export interface Frame {
  /** What a word does to the frame: 1 opens it, -1 closes it, 0 leaves things as they are. */
  change(word: string): -1 | 0 | 1;
  /** Whether the frame tells something about a word: its closers, and those that stand where one might. */
  decides(word: string): boolean;
}

/** The end of the clause closes any frame; an enumeration comma doesn't. */
const CLAUSE_ENDS = new Set('\uFF0C\u3002\uFF1B\uFF1A\uFF1F\uFF01');

/** Prepositions that open a place: at, from, in. */
const OF_PLACE = new Set(['\u5728', '\u4ECE', '\u4E8E']);
/** A word of place or time closes it: 中 上 下 里 内 外 时 后 前 间, and words that end so. */
const PLACES = new Set('\u4E2D\u4E0A\u4E0B\u91CC\u5185\u5916\u65F6\u540E\u524D\u95F4');

export const PLACE: Frame = {
  change(word) {
    if (OF_PLACE.has(word)) return 1;
    return PLACES.has(word.at(-1) ?? '') || CLAUSE_ENDS.has(word) ? -1 : 0;
  },
  decides: (word) => word === '\u4E0E' || word === '\u4E0D' || PLACE.change(word) < 0,
};

/** What opens a pair: with, and. */
const WITH = '\u4E0E';
/** Words that need two, and so close a pair. */
const OF_TWO = new Set([
  // between
  '\u4E4B\u95F4',
  '\u95F4',
  // join, fuse, cooperate, interact, complement, decouple, conflict
  '\u7ED3\u5408',
  '\u76F8\u7ED3\u5408',
  '\u878D\u5408',
  '\u8054\u5408',
  '\u534F\u540C',
  '\u4EA4\u4E92',
  '\u4E92\u8865',
  '\u89E3\u8026',
  '\u51B2\u7A81',
  // compared with, consistent with, different from, like, on a par with, matching, aligned with
  '\u76F8\u6BD4',
  '\u5BF9\u6BD4',
  '\u4E00\u81F4',
  '\u4E0D\u540C',
  '\u76F8\u540C',
  '\u7C7B\u4F3C',
  '\u76F8\u4F3C',
  '\u76F8\u5F53',
  '\u6301\u5E73',
  '\u5339\u914D',
  '\u5BF9\u9F50',
  '\u4E0D\u7B26',
  '\u8D34\u5408',
  '\u5951\u5408',
  // related to, gap, trade-off, balance, both alike
  '\u76F8\u5173',
  '\u65E0\u5173',
  '\u5DEE\u8DDD',
  '\u5DEE\u5F02',
  '\u6743\u8861',
  '\u5E73\u8861',
  '\u517C\u987E',
  '\u5E76\u91CD',
  // each other, together, the two
  '\u76F8\u4E92',
  '\u5171\u540C',
  '\u4E8C\u8005',
  '\u4E24\u8005',
]);

export const PAIR: Frame = {
  change(word) {
    if (word === WITH) return 1;
    return OF_TWO.has(word) || CLAUSE_ENDS.has(word) ? -1 : 0;
  },
  decides: (word) => OF_TWO.has(word),
};

/** Counts how often each token stands inside an open frame and outside, and turns that into a preference. */
export class FrameCounts {
  readonly #changes: Int8Array;
  readonly #inside: Float64Array;
  readonly #outside: Float64Array;
  #allInside = 0;
  #allOutside = 0;

  /** `changes` holds what each token does, see `frameChange`; of `tokens`, the others do nothing. */
  constructor(changes: Int8Array, tokens = changes.length) {
    this.#changes = changes;
    this.#inside = new Float64Array(tokens);
    this.#outside = new Float64Array(tokens);
  }

  /** Whether a frame is open after `token`. */
  after(isOpen: boolean, token: number): boolean {
    const change = this.#changes[token] ?? 0;
    return change === 0 ? isOpen : change > 0;
  }

  add(sentence: ArrayLike<number>): void {
    let isOpen = false;
    for (let index = 0; index < sentence.length; index++) {
      const token = sentence[index] ?? 0;
      const counts = isOpen ? this.#inside : this.#outside;
      counts[token] = (counts[token] ?? 0) + 1;
      if (isOpen) this.#allInside++;
      else this.#allOutside++;
      isOpen = this.after(isOpen, token);
    }
  }

  /** ln of how much likelier the token is there than anywhere; near 0 where it was seldom counted. */
  preference(isOpen: boolean, token: number): number {
    const inside = this.#inside[token] ?? 0;
    const outside = this.#outside[token] ?? 0;
    const all = this.#allInside + this.#allOutside;
    // Without a sample, or with one that knows no frames, there is nothing to prefer.
    if (this.#allInside === 0 || this.#allOutside === 0) return 0;
    const here = isOpen ? inside : outside;
    const share = (isOpen ? this.#allInside : this.#allOutside) / all;
    // A few imagined occurrences, spread as all tokens are.
    const prior = 5;
    return Math.log((here + prior * share) / ((inside + outside + prior) * share));
  }
}
