/**
 * The damage, as a function: UTF-8 read in a one-byte code page, once or twice, with some bytes lost. The
 * repair is right about the bytes exactly when this undoes it.
 */
import { damageTable, type DamageTable } from './damage-table.ts';
import { DEFAULT_DAMAGE } from './known-damages.ts';
import type { Damage } from './repaired-text.ts';
import { encodeCodePoint } from './utf8.ts';

/**
 * What an intact `text` looks like after the damage. Line structure, ASCII and lone surrogates (which have
 * no UTF-8) stay.
 */
export function damage(text: string, by: Damage = DEFAULT_DAMAGE): string {
  const table = damageTable(by);
  let damaged = '';
  for (const char of text) damaged += damageChar(char, table);
  return damaged;
}

/** The same for one character (one code point). Empty never: a lead byte is never lost. */
export function damageChar(char: string, { formOf }: DamageTable): string {
  const codePoint = char.codePointAt(0) ?? 0;
  if (codePoint < 0x80 || (codePoint >= 0xd800 && codePoint <= 0xdfff)) return char;
  let damaged = '';
  for (const byte of encodeCodePoint(codePoint)) damaged += formOf[byte] ?? '';
  return damaged;
}
