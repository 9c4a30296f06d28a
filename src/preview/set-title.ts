/** Sets titles as a typesetter would, for a renderer that knows neither words nor `text-autospace`. */
import type { TextLanguage } from '../lib/text-language.ts';
import { piecesOf, titleParts } from '../lib/title-parts.ts';

/** Forbids a line break, and has no width. */
export const WORD_JOINER = '\u2060';
/** Allows a line break, and has no width. */
export const BREAK = '\u200B';
/** A fifth of an em, which the fonts have; an eighth would be right, and none has it. */
const THIN_SPACE = '\u2009';

/** Within a Latin word nothing breaks, and a joiner would part what the font joins. */
const breakable = /(?<=.)(?<![\p{Script=Latin}\p{M}\d](?=[\p{Script=Latin}\p{M}\d]))(?=.)/gsu;
const betweenScripts =
  /(?<=\p{Script=Han})(\u2060?)(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(\u2060?)(?=\p{Script=Han})/gu;

/** The title with lines that break where those of the pages do, and a thin space where the script changes. */
export function setTitle(title: string, language: TextLanguage): string {
  return titleParts(title, language)
    .map(({ text, breaks }) =>
      breaks === 'text'
        ? text
        : (breaks === 'whole' ? [text] : piecesOf(text))
            .map((piece) => piece.replace(breakable, WORD_JOINER))
            .join(BREAK),
    )
    .join('')
    .replace(betweenScripts, (joiner) => joiner + THIN_SPACE + joiner);
}
