/** Text that a set of fonts can draw, with as little lost as can be. */
import { spellScripts } from '../papers/latex/scripts.ts';

/** A light square, which says no more than that a character is missing. */
export const MISSING = '\u25A1';

/** What changes how another character looks, and is nothing without it: joiners, variation selectors. */
const MODIFIER = /[\p{Cf}\p{M}]/u;

/**
 * The text with every character that `hasGlyph` denies replaced by what it is compatible with (`ℝ` by `R`), or
 * by a square. Emoji go without a trace: they decorate. White space is joined. `missing` are the characters that
 * have a square in their place, each once.
 */
export function drawableText(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
): { text: string; missing: string[] } {
  const canDraw = (part: string) =>
    [...part].every((character) => hasGlyph(character.codePointAt(0) ?? 0));
  const missing = new Set<string>();
  const spelt = spellScripts(text.normalize('NFC').replace(/\s+/g, ' '), canDraw);
  const drawn = [...spelt].map((character) => {
    if (canDraw(character)) return character;
    const compatible = character.normalize('NFKC');
    if (compatible !== character && canDraw(compatible)) return compatible;
    if (/\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u.test(character))
      return '';
    if (MODIFIER.test(character) || /\p{C}/u.test(character)) return '';
    missing.add(character);
    return MISSING;
  });
  return { text: drawn.join('').replace(/ +/g, ' ').trim(), missing: [...missing] };
}
