/** Where LaTeX says something in a text: everything between two tokens is plain. */

export const token = new RegExp(
  [
    /\\(?<command>[a-zA-Z]+)\*?/u,
    /\\(?<sign>[^a-zA-Z])/u,
    /(?<dollar>\$)/u,
    /(?<brace>\{)/u,
    /(?<=[\p{L}\p{N})])(?<script>[_^](?=\{[^{}\\$]{1,40}\}))/u,
    /(?<url>https?:\/\/(?:[^\s{}<>"\\^`|$]|\\[_%#&~])+)/u,
    // Ties, dashes and quotation marks.
    /(?<=[^\s~])~(?=[^\s~])|-{2,}|``|''|`/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
);

/** Formulas by what opens them. No author's is longer, and `\[CLS\]` is a name in brackets. */
export const formulas = {
  $: /\$\$(?<shown>(?:[^$\\]|\\[^]){1,1000})\$\$|\$(?<inline>(?:[^$\\]|\\[^]){1,1000})\$/uy,
  '(': /\\\((?!\w{2,}\\)(?<shown>(?:[^\\]|\\[^)]){1,1000})\\\)/uy,
  '[': /\\\[(?!\w{2,}\\)(?<shown>(?:[^\\]|\\[^\]]){1,1000})\\\]/uy,
} as const;

/** A break of a line, and the space behind it that it may ask for. */
export const lineBreakEnd = /(?:\[[\d.]+[a-z]{2}\])?(?=\s|$)/uy;

/** What an accent stands on; behind one that is named by a letter there may be a space, `\c c`. */
export const accentBase =
  /(?:(?<=\\[a-zA-Z])[ \n])?(?:(?<brace>\{)|\\(?<command>[a-zA-Z]+)(?:\{\}| (?=\p{L}))?|(?<letter>\p{L}))/uy;

/** What a group begins with that is not the text's own. */
export const groupStart = /\s{0,3}\\(?:(?<command>[a-zA-Z]+)\*?|(?<sign>[^a-zA-Z]))/uy;

/** A regular expression's match at a place; it must be sticky. */
export function matchAt(pattern: RegExp, text: string, place: number): RegExpExecArray | null {
  pattern.lastIndex = place;
  return pattern.exec(text);
}
