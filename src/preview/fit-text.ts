/** Chooses sizes for text of any length. Widths are estimates in ems: clamping catches what they miss. */
import { BREAK, WORD_JOINER } from './set-title.ts';

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
    if (character === WORD_JOINER || character === BREAK) continue;
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

/** Heights of lines, as multiples of a size, and the gap between the two titles. */
export interface Leading {
  title: number;
  titleZh: number;
  gap: number;
}

/** In the order of preference; the last holds what it can. */
const titleSteps: readonly TextStep[] = [
  { size: 76, lines: 2 },
  { size: 64, lines: 2 },
  { size: 56, lines: 3 },
  { size: 48, lines: 3 },
  { size: 40, lines: 4 },
];
const titleZhSteps: readonly TextStep[] = [
  { size: 42, lines: 1 },
  { size: 37, lines: 1 },
  { size: 34, lines: 2 },
  { size: 30, lines: 2 },
];

/** How both titles are set. */
export interface FittedTitles {
  title: TextStep;
  titleZh: TextStep;
}

/**
 * The largest sizes at which both titles fit into a width and height, the first before the second. What fits at no
 * size gets the last of both. A title may take a line more than was counted: a count is an estimate.
 */
export function fitTitles(
  { title, titleZh }: { title: string; titleZh: string },
  room: { width: number; height: number },
  leading: Leading,
): FittedTitles {
  const heightOf = (text: string, { size, lines }: TextStep, lineHeight: number) => {
    const counted = text === '' ? 0 : countLines(text, size, room.width);
    return counted > lines ? Infinity : counted * size * lineHeight;
  };
  const gap = titleZh === '' ? 0 : leading.gap;
  for (const first of titleSteps) {
    const height = heightOf(title, first, leading.title) + gap;
    const second = titleZhSteps.find(
      (step) => height + heightOf(titleZh, step, leading.titleZh) <= room.height,
    );
    if (second) return { title: withSpareLine(first, 4), titleZh: withSpareLine(second, 2) };
  }
  return { title: { size: 40, lines: 4 }, titleZh: { size: 30, lines: 2 } };
}

function withSpareLine({ size, lines }: TextStep, most: number): TextStep {
  return { size, lines: Math.min(lines + 1, most) };
}
