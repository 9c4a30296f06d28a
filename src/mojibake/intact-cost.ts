/** How rare a character is in intact Western text, given its neighbours: what speaks against damage. */

const ASCII_LETTER = 1;
const LOWER = 2;
const LETTER = 4;
const COMMON_SIGN = 8;

/**
 * Signs that intact Western text uses freely: spaces, soft hyphens, quotes, dashes, daggers, currency, degrees,
 * superscripts and the like.
 */
const COMMON_SIGNS =
  /[\u00A0\u00AD\u00AB\u00BB\u00B2\u00B3\u00B9\u2020\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u2022\u00B7\u00B0\u00A9\u00AE\u2122\u20AC\u00A3\u00A7\u00B1\u00D7\u00F7]/;

/** A unit, after a number. */
const ANGSTROM = 0xc5;
const MEASURE = /\d ?$/;

/** Invisible, and in no text that a person typed. */
const isC1 = (code: number) => code >= 0x80 && code < 0xa0;

/** The kinds of each character that a damage can leave, and of its Western neighbours. */
const kinds = Uint8Array.from({ length: 0x2200 }, (_, code) => {
  const char = String.fromCharCode(code);
  return (
    (/[A-Za-z]/.test(char) ? ASCII_LETTER : 0) |
    (/\p{Ll}/u.test(char) ? LOWER : 0) |
    (/\p{L}/u.test(char) ? LETTER : 0) |
    (COMMON_SIGNS.test(char) ? COMMON_SIGN : 0)
  );
});

/** −ln P of the code unit at `at` in intact Western text; 0 for ASCII, and for what no damage leaves. */
export function intactCost(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code < 0x80 || code >= kinds.length) return 0;
  if (isC1(code)) return 14;
  const kind = kinds[code] ?? 0;
  if (kind & COMMON_SIGN) return 4.5;
  if (!(kind & LETTER)) return 10;
  if (code === ANGSTROM && MEASURE.test(line.slice(Math.max(0, at - 2), at))) return 4.5;
  const before = line.charCodeAt(at - 1);
  const after = line.charCodeAt(at + 1);
  const isAfterLetter = isAsciiLetter(before);
  const isBeforeLetter = isAsciiLetter(after);
  const isInWord = isAfterLetter || isBeforeLetter;
  if (kind & LOWER) {
    if (isOdd(before) || isOdd(after)) return isInWord ? 7 : 12;
    return isInWord ? 3.5 : 8.5;
  }
  // A capital opens a word or stands among capitals.
  const isAfterLower = ((kinds[before] ?? 0) & LOWER) !== 0;
  const isAtEnd = !isBeforeLetter && !Number.isNaN(after);
  return isInWord && !isAfterLower && (isAfterLetter || !isAtEnd) ? 4.5 : 8;
}

/** Whether a code unit is one that Western text seldom has beside a letter that is in no word. */
export function isOdd(code: number): boolean {
  return code > 0x7f && ((kinds[code] ?? 0) & COMMON_SIGN) === 0;
}

export function isAsciiLetter(code: number): boolean {
  return ((kinds[code] ?? 0) & ASCII_LETTER) !== 0;
}
