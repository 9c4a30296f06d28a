/** Chooses sizes for text of any length. Widths are estimates in ems: clamping catches what they miss. */
import { WORD_JOINER } from './set-chinese.ts';

/** How a paragraph may be set. */
export interface TextStep {
  /** In pixels. */
  size: number;
  /** The most lines it may take. */
  lines: number;
}

/** Characters as wide as the font is high: Han, kana, hangul, full-width forms; what scripts share (“ ”, —, …) as Chinese has it. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u2014\u201c\u201d\u2026\u3000-\u303f\uff00-\uff60]/u;

/** The width of a text in ems, for a serif of medium weight. */
export function widthInEms(text: string): number {
  let ems = 0;
  for (const character of text) {
    if (character === WORD_JOINER) continue;
    ems += WIDE.test(character) ? 1 : /[\p{Lu}\d]/u.test(character) ? 0.62 : 0.48;
  }
  return ems;
}

/** The lines that a text takes at a size, in a column of `width` pixels. */
export function countLines(text: string, size: number, width: number): number {
  const lines = (widthInEms(text) * size) / width;
  // Lines break before words, so the end of a line is seldom filled.
  return lines <= 1 ? 1 : Math.ceil(lines / 0.94);
}

/** The first step whose lines hold the text, else the last. Steps come in the order of preference. */
export function fitText(text: string, width: number, steps: readonly TextStep[]): TextStep {
  const step =
    steps.find(({ size, lines }) => countLines(text, size, width) <= lines) ?? steps.at(-1);
  if (!step) throw new RangeError('fitText needs a step.');
  return step;
}
