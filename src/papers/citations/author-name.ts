/** Cuts a name as its bearer writes it into the parts that reference lists sort by. */
import { withoutInvisible } from '../visible-text.ts';

/** As in CSL-JSON. A name that can't be cut is `literal`: a team's, or one of a single word. */
export type AuthorName =
  | { literal: string }
  | { family: string; given: string; 'non-dropping-particle'?: string; suffix?: string };

const team =
  /\b(?:collaborations?|consorti(?:um|a)|team|group|project|institut(?:es?|ions?)|universit(?:y|ies)|laborator(?:y|ies)|labs?|foundation|initiative|community|society|association|alliance|network|committee|council|cent(?:er|re)|department|hospital|agency|investigators|corporation|corp|company|inc|ltd|llc|gmbh)\b|[&:/]|(?:大学|学院|研究院|研究所|实验室|公司|团队|课题组|医院)$/i;
/** Not Ai, which is a name; and companies of this field that sign with two words, which would be cut. */
const company =
  /(?<![\p{Lu}])AI\b|(?<!\p{L})(?:Google|DeepMind|Microsoft|Anthropic|Alibaba|Tencent|ByteDance|Baidu|Huawei)(?!\p{L})/u;
const acronym = /^[\p{Lu}\p{N}-]{3,}$/u;
const suffix = /^(?:[Jj][Rr]|[Ss][Rr])\.?$|^(?:II|III|IV|2nd|3rd)$/;
const onBehalf = /^(.*?)[\s,;(]*\bon behalf of\s+(?:the\s+)?(.+?)\)?$/i;
const forTeam = /^(.+?)[\s,(]+for the\s+(.+?)\)?$/i;

/** True where the name says that it is not one person's. */
export function isTeam(name: string): boolean {
  return team.test(name) || company.test(name) || acronym.test(name);
}

/** `van Beethoven, Ludwig`, as catalogues write a name; a team's name as it is. */
export function invertName(name: AuthorName): string {
  if ('literal' in name) return name.literal;
  const { family, given, suffix: ending, 'non-dropping-particle': particle } = name;
  return [[particle, family].filter(Boolean).join(' '), given, ending].filter(Boolean).join(', ');
}

/** The authors in their order. Who signs on behalf of a team is an author, and so is the team. */
export function parseAuthors(names: readonly string[]): AuthorName[] {
  return names.flatMap((name) => {
    const whole = withoutInvisible(name).replace(/\s+/g, ' ').trim();
    const [, person = '', group = ''] = onBehalf.exec(whole) ?? forTeam.exec(whole) ?? [];
    if (group === '' || (!onBehalf.test(whole) && !isTeam(group))) return [parseAuthorName(whole)];
    return [...(person ? [parseAuthorName(person)] : []), { literal: group }];
  });
}

/**
 * BibTeX's rules for "First von Last", "von Last, First" and "von Last, Jr, First" (Oren Patashnik, BibTeXing):
 * the last word is the family name, and lower-case words before it belong to it. An affiliation in brackets is
 * none of the name.
 */
export function parseAuthorName(name: string): AuthorName {
  const whole = withoutAffiliation(name.replace(/\s+/g, ' ').trim());
  if (isTeam(whole)) return { literal: whole };
  const parts = whole.split(/\s*,\s*/).filter(Boolean);
  const ending = parts.slice(1).find((part) => suffix.test(part));
  const [last = '', first, ...more] = parts.filter((part, place) => place === 0 || part !== ending);
  if (more.length > 0) return { literal: whole };
  if (first === undefined) return parseWords(last.split(' '), ending) ?? { literal: whole };
  const family = last.split(' ');
  const own =
    ending ?? (family.length > 1 && suffix.test(family.at(-1) ?? '') ? family.pop() : undefined);
  const start = family.findIndex((word) => !/^\p{Ll}/u.test(word));
  return toName(family, Math.max(start, 0), first, own);
}

function parseWords(words: string[], ending: string | undefined): AuthorName | undefined {
  const own = ending ?? (suffix.test(words.at(-1) ?? '') ? words.pop() : undefined);
  if (words.length < 2) return undefined;
  let start = words.length - 1;
  while (start > 1 && /^\p{Ll}/u.test(words[start - 1] ?? '')) start--;
  return toName(words.slice(start), words.length - 1 - start, words.slice(0, start).join(' '), own);
}

/** The family name begins at `start` of the words; what stands before is its particle. */
function toName(
  words: readonly string[],
  start: number,
  given: string,
  ending: string | undefined,
): AuthorName {
  const particle = words.slice(0, start).join(' ');
  return {
    family: words.slice(start).join(' '),
    given,
    ...(particle ? { 'non-dropping-particle': particle } : {}),
    ...(ending ? { suffix: ending } : {}),
  };
}

/** Without brackets at its end, one after another; a name that is nothing else stays. */
function withoutAffiliation(name: string): string {
  const shorter = name.replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])[\s,]*$/, '');
  return shorter === '' || shorter === name ? name : withoutAffiliation(shorter);
}
