/** One entry of a list's index: `- [25/06] **Title**`, and the line of links beneath it. */
import { withoutInvisible } from './visible-text.ts';
import { isWebAddress, trimAddress } from './web-address.ts';

/** What is wrong in a line, and at which column (from 1). The caller knows file and line. */
export interface LineProblem {
  name: 'ENTRY_MALFORMED' | 'ENTRY_WITHOUT_SLUG' | 'DATE_NOT_A_MONTH' | 'URL_NOT_WEB';
  column: number;
  what: string;
  todo: string;
}

export interface EntryHead {
  /** `2025-06` */
  date: string;
  title: string;
}

export interface EntryLinks {
  paper?: string;
  code?: string;
  slug: string;
}

type Parsed<T> = { value: T } | { problems: LineProblem[] };

const headPattern = /^\s*[-*] \[([^\]]*)\] \*\*(.+)\*\*\s*$/;
const linksTodo =
  'Write the links as [[Paper](https://…)] [[Code/Page](https://…)] [[TLDR/Notes](#slug)].';

/** Reads `- [25/06] **Title**`. Years from 91 on are taken as 19xx: arXiv began in 1991. */
export function parseEntryHead(line: string): Parsed<EntryHead> {
  const match = headPattern.exec(line);
  if (!match) {
    const problem: LineProblem = {
      name: 'ENTRY_MALFORMED',
      column: 1 + line.search(/\S|$/),
      what: `This is not an entry: ${quote(line)}.`,
      todo: 'Write an entry as "- [yy/mm] **Title**", with its links on the next line.',
    };
    return { problems: [problem] };
  }
  const [, month = '', title = ''] = match;
  const digits = /^(\d{2})\/(0[1-9]|1[0-2])$/.exec(month);
  if (!digits) {
    const problem: LineProblem = {
      name: 'DATE_NOT_A_MONTH',
      column: line.indexOf('[') + 2,
      what: `${quote(month)} is not a year and a month.`,
      todo: 'Write two digits of the year, a slash, and the month from 01 to 12: [25/06].',
    };
    return { problems: [problem] };
  }
  const year = Number(digits[1]);
  return {
    value: {
      date: `${year >= 91 ? 1900 + year : 2000 + year}-${digits[2]}`,
      title: withoutInvisible(title).trim(),
    },
  };
}

/** Reads `[[Paper](…)] [[Code/Page](…)] [[TLDR/Notes](#slug)]`; Paper and Code/Page may be empty or missing. */
export function parseEntryLinks(line: string): Parsed<EntryLinks> {
  // An address ends at ")]" before the next link or the end: slugs and addresses may hold parentheses.
  const link = /\[\[([^\]]+)\]\((.*?)\)\](?=\s*(?:\[\[|$))\s*/gy;
  const found = new Map<string, { target: string; column: number }>();
  const problems: LineProblem[] = [];
  link.lastIndex = line.search(/\S|$/);
  let end = link.lastIndex;
  for (let match = link.exec(line); match; match = link.exec(line)) {
    const [whole, label = '', written = ''] = match;
    const column = match.index + whole.indexOf(`](${written}`) + 3;
    // In Markdown a link may have its destination, or nothing at all, between angle brackets.
    const target = written.trim().replace(/^<(.*)>$/, '$1');
    if (!['Paper', 'Code/Page', 'TLDR/Notes'].includes(label) || found.has(label)) {
      problems.push(malformed(match.index + 1, `Unexpected link ${quote(label)}.`));
    }
    found.set(label, { target, column });
    end = link.lastIndex;
  }
  if (end < line.length || found.size === 0) {
    problems.push(malformed(end + 1, `These are not an entry's links: ${quote(line.slice(end))}.`));
    return { problems };
  }
  const slug = found.get('TLDR/Notes');
  if (!slug || !/^#\S/.test(slug.target)) {
    problems.push({
      name: 'ENTRY_WITHOUT_SLUG',
      column: slug?.column ?? line.length + 1,
      what: 'The entry has no [[TLDR/Notes](#slug)] link, so nothing can point to it.',
      todo: 'Add the link with a slug, even where there are no notes.',
    });
  }
  const value: EntryLinks = { slug: slug?.target.slice(1).trim() ?? '' };
  for (const [label, key] of [
    ['Paper', 'paper'],
    ['Code/Page', 'code'],
  ] as const) {
    const given = found.get(label);
    if (!given || given.target.trim() === '') continue;
    const address = trimAddress(given.target);
    if (isWebAddress(address)) value[key] = address;
    else problems.push(notWeb(given));
  }
  return problems.length > 0 ? { problems } : { value };
}

function notWeb({ target, column }: { target: string; column: number }): LineProblem {
  return {
    name: 'URL_NOT_WEB',
    column,
    what: `${quote(target)} is not an http or https address.`,
    todo: 'Give the full address, beginning with https://, or leave the parentheses empty.',
  };
}

function malformed(column: number, what: string): LineProblem {
  return { name: 'ENTRY_MALFORMED', column, what, todo: linksTodo };
}

function quote(text: string): string {
  const short = text.trim();
  return JSON.stringify(short.length > 80 ? `${short.slice(0, 79)}…` : short);
}
