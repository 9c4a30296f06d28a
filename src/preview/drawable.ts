/** Text that a set of fonts can draw: no reader of a preview meets an empty box. */

/** The geta mark, which Chinese and Japanese printers set where they have no type for a character. */
export const MISSING = '\u3013';

/** What changes how another character looks, and is nothing without it: joiners, variation selectors. */
const MODIFIER = /[\p{Cf}\p{M}]/u;

/**
 * The text with every character that `hasGlyph` denies replaced by what it is compatible with (`ℝ` by `R`), or
 * by the geta mark. Emoji go without a trace: they decorate. White space is joined. `missing` are the characters that
 * have a geta mark in their place, each once.
 */
export function drawableText(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
): { text: string; missing: string[] } {
  const canDraw = (part: string) =>
    [...part].every((character) => hasGlyph(character.codePointAt(0) ?? 0));
  const missing = new Set<string>();
  const drawn = [...text.normalize('NFC').replace(/\s+/g, ' ')].map((character) => {
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
