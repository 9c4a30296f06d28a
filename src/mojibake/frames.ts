/**
 * Frames such as 在…中 and 从…上, which reach further than three words: whether one is open decides much of
 * whether 中, 与 or 不 follows. A trigger in the sense of Lau, Rosenfeld and Roukos, "Trigger-based language
 * models" (1993), with one bit of memory.
 */

/** Prepositions that open a frame: at, from, in. */
const OPENERS = new Set(['\u5728', '\u4ECE', '\u4E8E']);
/** A word of place or time closes it: 中 上 下 里 内 外 时 后 前 间, and words that end so. */
const CLOSERS = new Set('\u4E2D\u4E0A\u4E0B\u91CC\u5185\u5916\u65F6\u540E\u524D\u95F4');
/** As does the end of the clause; an enumeration comma doesn't. */
const CLAUSE_ENDS = new Set('\uFF0C\u3002\uFF1B\uFF1A\uFF1F\uFF01');

/** What a word does to a frame: 1 opens one, -1 closes it, 0 leaves things as they are. */
export function frameChange(word: string): -1 | 0 | 1 {
  if (OPENERS.has(word)) return 1;
  return CLOSERS.has(word.at(-1) ?? '') || CLAUSE_ENDS.has(word) ? -1 : 0;
}

/** Words that a frame tells something about: those that close it, and 与 and 不, which stand where 中 might. */
export function dependsOnFrame(word: string): boolean {
  return word === '\u4E0E' || word === '\u4E0D' || frameChange(word) < 0;
}

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
