/** Cuts a name as its bearer writes it into the parts that reference lists sort by. */

/** As in CSL-JSON. A name that can't be cut is `literal`: a team's, or one of a single word. */
export type AuthorName =
  | { literal: string }
  | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string };

const team =
  /\b(?:collaborations?|consortium|team|group|project|institute|university|laborator(?:y|ies)|labs?|foundation|initiative|community|inc)\b|[&:/]/i;
/** Not Ai, which is a name. */
const company = /\bAI\b/;
const suffix = /^(?:jr|sr)\.?$|^(?:II|III|IV)$/i;

/** True where the name says that it is not one person's. */
export function isTeam(name: string): boolean {
  return team.test(name) || company.test(name);
}

/** `van Beethoven, Ludwig`, as catalogues write a name; a team's name as it is. */
export function invertName(name: AuthorName): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix: ending, 'non-dropping-particle': particle } = name;
  return [[particle, family].filter(Boolean).join(' '), given, ending].filter(Boolean).join(', ');
}

/**
 * BibTeX's rule for "First von Last" (Oren Patashnik, BibTeXing): the last word is the family
 * name, and lower-case words before it belong to it. `Last, First` is read as such.
 */
export function parseAuthorName(name: string): AuthorName {
  const whole = name.replace(/\s+/g, ' ').trim();
  const inverted = /^([^,]+), ([^,]+)$/.exec(whole);
  if (isTeam(whole)) return { literal: whole };
  if (inverted && !suffix.test(inverted[2] ?? ''))
    return { family: inverted[1] ?? '', given: inverted[2] ?? '' };
  const words = whole.replace(',', '').split(' ');
  const ending = words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const family = words.pop() ?? '';
  if (words.length === 0) return { literal: whole };
  let start = words.length;
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] ?? '')) start--;
  const particle = words.slice(start).join(' ');
  return {
    family,
    given: words.slice(0, start).join(' '),
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    ...(ending ? { suffix: ending } : {}),
  };
}
