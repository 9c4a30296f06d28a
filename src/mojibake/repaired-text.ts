/**
 * What a repair returns: the text, and an account of every character that had to be reconstructed.
 * Positions count from 1 in the repaired text; columns are UTF-16 code units.
 */

/** How a gap's character was settled. */
export type GapSource =
  /** Only one character fits the received bytes. */
  | 'exact'
  /** The language model chose among several candidates. */
  | 'decoder'
  /** A human reader's ruling. */
  | 'correction'
  /** No candidate could be chosen; the received characters stand as they came. */
  | 'unresolved';

/** One damaged character: a UTF-8 lead byte and what was left of its tail. */
export interface Gap {
  line: number;
  column: number;
  /** The characters as they stand in the received text. */
  received: string;
  /** All characters whose damaged form is `received`, best first. */
  candidates: readonly string[];
  chosen: string;
  source: GapSource;
  /** Distance to the best rival in natural-log units, `Infinity` where there is none; null after a ruling. */
  margin: number | null;
  /** True where the margin is below the decoder's threshold and no ruling settles the gap. */
  uncertain: boolean;
}

/** A damage: the code page the bytes were read in, and how often. Null for text that was intact. */
export interface Damage {
  /** Named as iconv-lite names it, e.g. `windows1254`. */
  encoding: string;
  /** How many times the text was mis-decoded. */
  times: number;
}

export interface RepairedText {
  text: string;
  damage: Damage | null;
  gaps: readonly Gap[];
}
