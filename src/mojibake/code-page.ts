/**
 * The code pages that UTF-8 gets mis-read in, as tables. iconv-lite knows the mappings; what we add is which
 * bytes vanish: those that the page leaves undefined, C1 controls, and AD, the soft hyphen. A page is a row
 * of `codePages`; nothing else in this folder names one.
 */
import iconv from 'iconv-lite';

export interface CodePage {
  /** As iconv-lite names it. */
  encoding: EncodingName;
  /** The character of each byte, 0 to 255; empty for a byte that vanishes. */
  charOf: readonly string[];
  /** The byte of each UTF-16 code unit, -1 where the page has no such character. */
  byteOf: Int16Array;
  /** The continuation bytes (80 to BF) that vanish. */
  lost: readonly number[];
}

export type EncodingName = 'windows1254' | 'windows1252' | 'latin1';

/** iconv-lite decodes an undefined byte to the replacement character. */
const UNDEFINED = '\uFFFD';
/** Invisible, and dropped by whatever wrote the damaged lists. */
const SOFT_HYPHEN = '\u00AD';

function readCodePage(encoding: EncodingName): CodePage {
  const charOf = Array.from({ length: 256 }, (_, byte) => {
    const char = iconv.decode(Uint8Array.of(byte), encoding);
    const isC1 = char >= '\u0080' && char <= '\u009F';
    return char === UNDEFINED || char === SOFT_HYPHEN || isC1 ? '' : char;
  });
  const byteOf = new Int16Array(0x10000).fill(-1);
  const lost: number[] = [];
  charOf.forEach((char, byte) => {
    if (char === '') lost.push(byte);
    else byteOf[char.charCodeAt(0)] = byte;
  });
  return { encoding, charOf, byteOf, lost };
}

/** Every supported page. Source of the mappings: iconv-lite, after the WHATWG Encoding Standard's indexes. */
export const codePages: Readonly<Record<EncodingName, CodePage>> = {
  windows1254: readCodePage('windows1254'),
  windows1252: readCodePage('windows1252'),
  latin1: readCodePage('latin1'),
};
