/**
 * Where a damage made no-break spaces plain, a space after a short tail may be its last byte or a space of the
 * text. Which is likelier depends on what stands around it: Chinese is written without spaces.
 */
import type { Slot } from './lattice.ts';

/** Han, kana, hangul and their punctuation and full-width forms. */
const WIDE = /^[\u2E80-\uD7FF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const WORD = /^[A-Za-z0-9]/;
const LATIN = /^\p{sc=Latn}/u;
const CLOSING = /^[),.;:!?\]}%]/;
const BETWEEN_TWO = /^[-|/=+&<>~]/;
const SPACE = ' ';

/** P(space after the character), by judgement; in notes of this kind it was counted to be near these. */
const BETWEEN_WIDE = 0.0001;
const BEFORE_WORD = 0.3;
const BEFORE_SIGN = 0.4;
const BEFORE_CLOSING = 0.02;
/** Of the Latin letters, it is a with grave that a tail is lost of like this, and it ends words. */
const BETWEEN_WORDS = 0.9;
/** Signs such as a hyphen have a space on both sides or on neither. */
const BEFORE_SPACED_SIGN = 0.97;
const BEFORE_TIGHT_SIGN = 0.05;
const AT_END = 0.2;
/** A list item or a heading that opens with a picture has a space after it. */
const AFTER_PICTURE = 0.95;
/** Two spaces at the end are Markdown's line break; one is nothing. */
const BEFORE_LAST_SPACE = 0.95;
const BEFORE_SPACE = 0.2;

/**
 * How much likelier, in nats, it is that the candidate at slot `at` ends in a space than that it doesn't;
 * 0 where it doesn't.
 */
export function spaceLogOdds(candidate: string, slots: readonly Slot[], at: number): number {
  if (!candidate.endsWith(SPACE)) return 0;
  const probability = spaceProbability(candidate, slots[at + 1]?.[0], slots[at + 2]?.[0]);
  return Math.log(probability / (1 - probability));
}

function spaceProbability(before: string, next?: string, nextButOne?: string): number {
  if (next === undefined) return AT_END;
  if (next === SPACE) return nextButOne === undefined ? BEFORE_LAST_SPACE : BEFORE_SPACE;
  if (PICTURE.test(before)) return AFTER_PICTURE;
  if (WIDE.test(next)) return BETWEEN_WIDE;
  if (WORD.test(next)) return LATIN.test(before) ? BETWEEN_WORDS : BEFORE_WORD;
  if (CLOSING.test(next)) return BEFORE_CLOSING;
  if (!BETWEEN_TWO.test(next)) return BEFORE_SIGN;
  return nextButOne === SPACE ? BEFORE_SPACED_SIGN : BEFORE_TIGHT_SIGN;
}
