/** Keeps Chinese words whole at the ends of lines: a title of two lines reads better so. */

/** Forbids a line break, and has no width. */
export const WORD_JOINER = '\u2060';

/** A longer run is no word but what the segmenter could not cut. */
const longest = 6;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The text with word joiners between the Han characters of each word. */
export function keepWords(text: string): string {
  return Array.from(segmenter.segment(text), ({ segment }) => {
    const characters = [...segment];
    const isWord = /^\p{Script=Han}+$/u.test(segment) && characters.length <= longest;
    return isWord ? characters.join(WORD_JOINER) : segment;
  }).join('');
}
