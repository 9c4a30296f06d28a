/** UTF-8 by table 3-7 of the Unicode Standard: which byte sequences are characters, and back. */

/** How many bytes a sequence has that starts with `lead`; 0 where no sequence starts so. */
export function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** The code point of a whole sequence; -1 where it is overlong, a surrogate or above U+10FFFF. */
export function decodeSequence(bytes: readonly number[]): number {
  const [lead = 0, ...tail] = bytes;
  const length = sequenceLength(lead);
  if (length !== bytes.length || !tail.every(isContinuation)) return -1;
  if (length === 1) return lead;
  let codePoint = lead & (0x7f >> length);
  for (const byte of tail) codePoint = (codePoint << 6) | (byte & 0x3f);
  const smallest = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return codePoint < smallest || codePoint > 0x10ffff || isSurrogate ? -1 : codePoint;
}

/** The bytes of a code point that is no surrogate. */
export function encodeCodePoint(codePoint: number): number[] {
  if (codePoint < 0x80) return [codePoint];
  if (codePoint < 0x800) return [0xc0 | (codePoint >> 6), 0x80 | (codePoint & 0x3f)];
  const last = [0x80 | ((codePoint >> 6) & 0x3f), 0x80 | (codePoint & 0x3f)];
  if (codePoint < 0x10000) return [0xe0 | (codePoint >> 12), ...last];
  return [0xf0 | (codePoint >> 18), 0x80 | ((codePoint >> 12) & 0x3f), ...last];
}
