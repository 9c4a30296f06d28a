/**
 * The code pages that UTF-8 gets mis-read in: the character of each byte. iconv-lite knows the mappings; what
 * we add is what becomes of the bytes that a page leaves undefined, of soft hyphens and of no-break spaces,
 * which differs from one program to the next.
 */
import iconv from 'iconv-lite';

export type EncodingName = 'windows1254' | 'windows1252' | 'latin1';

/**
 * How a reading can differ from the usual one, in which undefined bytes, C1 controls and soft hyphens vanish:
 *  - `controls-kept`: undefined bytes and C1 controls come through as C1 controls, as in WHATWG's decoders
 *  - `soft-hyphens-kept`: AD comes through as U+00AD
 *  - `spaces-plain`: A0, a no-break space, became a plain one
 */
export type Deviation = 'controls-kept' | 'soft-hyphens-kept' | 'spaces-plain';

/** iconv-lite decodes an undefined byte to the replacement character. */
const UNDEFINED = '\uFFFD';
/** Invisible, and dropped by whatever wrote the damaged lists. */
const SOFT_HYPHEN = 0xad;
const NO_BREAK_SPACE = 0xa0;

/**
 * The character of each byte, 0 to 255; empty for a byte that vanishes. Source of the mappings: iconv-lite,
 * after the WHATWG Encoding Standard's indexes.
 */
export function readCodePage(
  encoding: EncodingName,
  deviations: readonly Deviation[] = [],
): readonly string[] {
  return decodeBytes(encoding).map((char, byte) => {
    const isControl = char === UNDEFINED || (char >= '\u0080' && char <= '\u009F');
    if (isControl) return deviations.includes('controls-kept') ? String.fromCharCode(byte) : '';
    if (byte === SOFT_HYPHEN) return deviations.includes('soft-hyphens-kept') ? char : '';
    if (byte === NO_BREAK_SPACE && deviations.includes('spaces-plain')) return ' ';
    return char;
  });
}

const decoded = new Map<EncodingName, readonly string[]>();

/** What iconv-lite makes of each byte; asked once. */
function decodeBytes(encoding: EncodingName): readonly string[] {
  let chars = decoded.get(encoding);
  if (!chars) {
    chars = Array.from({ length: 256 }, (_, byte) => iconv.decode(Uint8Array.of(byte), encoding));
    decoded.set(encoding, chars);
  }
  return chars;
}
