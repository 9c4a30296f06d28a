/**
 * What a repair returns: the text, and an account of every character that had to be reconstructed.
 * Positions count from 1 in the repaired text; columns are UTF-16 code units.
 */
import type { Deviation, EncodingName } from './code-page.ts';

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

/**
 * One damaged character: a UTF-8 lead byte and what was left of its tail. Where no-break spaces became plain
 * ones, a space after it may be of its tail or not: then it belongs to the gap, and some candidates end in it.
 */
export interface Gap {
  line: number;
  column: number;
  /** The characters as they stand in the received text. */
  received: string;
  /** All characters whose damaged form is `received`, best first. */
  candidates: readonly string[];
  chosen: string;
  source: GapSource;
  /** What the decoder would have chosen, where a ruling chose otherwise. */
  overruled?: string;
  /** Distance to the best rival in natural-log units, `Infinity` where there is none; null after a ruling. */
  margin: number | null;
  /** How likely the choice is to be right, from 0 to 1, as such margins were when measured; see calibration.ts. */
  confidence: number;
  /** True where the margin is below the decoder's threshold and no ruling settles the gap. */
  uncertain: boolean;
}

/** How a damage differs from the usual one of its code page. */
export type Variant =
  | Deviation
  /** Of several readings only the last lost anything. */
  | 'first-lossless'
  /** Of several readings only the last, or what came after it, made no-break spaces plain. */
  | 'spaces-plain-at-last';

/** A damage: the code page the bytes were read in, and how often. Null for text that was intact. */
export interface Damage {
  /** Named as iconv-lite names it, e.g. `windows1254`. */
  encoding: EncodingName;
  /** How many times the text was mis-decoded. */
  times: number;
  /** Left out where the usual bytes vanished: undefined ones, C1 controls and soft hyphens. */
  variant?: readonly Variant[];
}

export interface RepairedText {
  text: string;
  damage: Damage | null;
  gaps: readonly Gap[];
}
