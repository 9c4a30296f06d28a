/** Sets Chinese text as a typesetter would, for a renderer that knows neither words nor `text-autospace`. */

/** Forbids a line break, and has no width. */
export const WORD_JOINER = '\u2060';

/** A longer run is no word but what the segmenter could not cut. */
const longest = 6;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** A fifth of an em, which the fonts have; an eighth would be right, and none has it. */
const THIN_SPACE = '\u2009';
const betweenScripts =
  /(?<=\p{Script=Han})(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=\p{Script=Han})/gu;

/** The text with its words kept whole at the ends of lines, and a thin space where the script changes. */
export function setChinese(text: string): string {
  const words = Array.from(segmenter.segment(text), ({ segment }) => {
    const characters = [...segment];
    const isWord = /^\p{Script=Han}+$/u.test(segment) && characters.length <= longest;
    return isWord ? characters.join(WORD_JOINER) : segment;
  });
  return words.join('').replace(betweenScripts, THIN_SPACE);
}
