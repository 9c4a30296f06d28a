/**
 * The damage, as a function: UTF-8 read in a one-byte code page, with the bytes lost that the page leaves
 * undefined, and soft hyphens dropped. The repair is right about the bytes exactly when this undoes it.
 */
import { codePages, type CodePage, type EncodingName } from './code-page.ts';
import { encodeCodePoint } from './utf8.ts';

/**
 * What an intact `text` looks like after the damage. Line structure, ASCII and lone surrogates (which have
 * no UTF-8) stay.
 */
export function damage(text: string, encoding: EncodingName = 'windows1254'): string {
  const page = codePages[encoding];
  let damaged = '';
  for (const char of text) damaged += damageChar(char, page);
  return damaged;
}

/** The same for one character (one code point). Empty never: a lead byte is never lost. */
export function damageChar(char: string, page: CodePage): string {
  const codePoint = char.codePointAt(0) ?? 0;
  if (codePoint < 0x80 || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return char;
  let damaged = '';
  for (const byte of encodeCodePoint(codePoint)) damaged += page.charOf[byte] ?? '';
  return damaged;
}
