/**
 * Reads a repaired list: a heading, an index of entries, `# TLDR/Notes`, and a `## slug` section per paper.
 * A list that can't be read in full still yields what could be, with its problems; nothing is thrown.
 */
import { splitSection, type SplitSection } from './notes-section.ts';
import { parseEntryHead, parseEntryLinks, type LineProblem } from './parse-entry.ts';
import type { Problem, ProblemName } from './problem.ts';
import { withoutInvisible } from './visible-text.ts';

/** A paper as one list gives it. Lines count from 1; `lines` are those that belong to the paper. */
export interface ListedPaper {
  slug: string;
  title: string;
  date: string;
  paper?: string;
  code?: string;
  position: number;
  /** The line of the index entry. */
  line: number;
  section?: SplitSection & { firstLine: number; lastLine: number };
}

export interface ParsedList {
  id: string;
  file: string;
  title: string;
  /** From `… of Terms(Reward+RL+Medical)`; empty where the heading names none. */
  terms: string[];
  papers: ListedPaper[];
  /** The line of `# TLDR/Notes`, where there is one. */
  notesLine?: number;
}

interface Section {
  slug: string;
  line: number;
  lines: string[];
}

const notesHeading = /^#\s+TLDR\s*\/\s*Notes\s*$/i;

/** Parses a list whose file name, less `.md`, is `id`; `file` is how problems name it. */
export function parseList(
  text: string,
  id: string,
  file: string,
): { list: ParsedList; problems: Problem[] } {
  const problems: Problem[] = [];
  const report = (
    name: ProblemName,
    line: number,
    what: string,
    todo: string,
    more: Partial<Problem> = {},
  ) => problems.push({ file, line, column: 1, name, severity: 'error', what, todo, ...more });
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const notesAt = lines.findIndex((line) => notesHeading.test(line));
  const indexEnd = notesAt < 0 ? lines.length : notesAt;

  const headingAt = lines.findIndex((line) => line.trim() !== '');
  const title = /^#\s+(\S.*?)\s*$/.exec(withoutInvisible(lines[headingAt] ?? ''))?.[1];
  const hasHeading = title !== undefined && headingAt < indexEnd;
  if (!hasHeading) {
    report(
      'LIST_WITHOUT_HEADING',
      Math.max(headingAt, 0) + 1,
      'The list does not begin with a heading.',
      'Begin it with a line such as "# Paper List of Terms(Reward+RL)".',
    );
  }

  const papers = parseIndex(
    lines,
    hasHeading ? headingAt + 1 : Math.max(headingAt, 0),
    indexEnd,
    report,
  );
  const slugs = new Map<string, ListedPaper>();
  for (const paper of papers) {
    const first = slugs.get(paper.slug);
    if (!first) slugs.set(paper.slug, paper);
    else
      report(
        'SLUG_TWICE',
        paper.line,
        `The slug "${paper.slug}" already belongs to the entry in line ${first.line}.`,
        'Give each entry a slug of its own, in its link and in the heading of its notes.',
      );
  }
  if (papers.length === 0) {
    report('LIST_EMPTY', 1, 'The list holds no entry.', 'Add entries, or remove the file.', {
      severity: 'warning',
    });
  }

  const sections = new Map<string, Section>();
  for (const section of splitSections(lines, indexEnd + 1, slugs, report)) {
    const first = sections.get(section.slug);
    if (!slugs.has(section.slug)) {
      report(
        'SECTION_WITHOUT_ENTRY',
        section.line,
        `The notes "${section.slug}" belong to no entry of the index.`,
        'Add an entry whose TLDR/Notes link points to them, or correct the slug.',
      );
    } else if (first) {
      report(
        'SECTION_TWICE',
        section.line,
        `There are notes for "${section.slug}" in line ${first.line} already.`,
        'Join the two sections.',
      );
    } else sections.set(section.slug, section);
  }

  for (const paper of slugs.values()) {
    const section = sections.get(paper.slug);
    if (section) {
      const lastLine = section.line + section.lines.length;
      paper.section = { ...splitSection(section.lines), firstLine: section.line, lastLine };
    } else {
      report(
        'ENTRY_WITHOUT_NOTES',
        paper.line,
        `"${paper.title}" has no notes.`,
        `Add a section "## ${paper.slug}"; until then the paper is shown without.`,
        { severity: 'warning' },
      );
    }
  }
  const list = {
    id,
    file,
    title: title ?? id,
    terms: termsOf(title ?? ''),
    papers: [...slugs.values()],
    ...(notesAt < 0 ? {} : { notesLine: notesAt + 1 }),
  };
  return { list, problems };
}

type Report = (
  name: ProblemName,
  line: number,
  what: string,
  todo: string,
  more?: Partial<Problem>,
) => void;

function parseIndex(
  lines: readonly string[],
  from: number,
  to: number,
  report: Report,
): ListedPaper[] {
  const papers: ListedPaper[] = [];
  let position = 0;
  const reportAll = (line: number, problems: LineProblem[]) => {
    for (const { name, what, todo, column } of problems) report(name, line, what, todo, { column });
  };
  for (let index = from; index < to; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    const head = parseEntryHead(line);
    if ('problems' in head) reportAll(index + 1, head.problems);
    // After a head that can't be read, its links are read all the same: they may be wrong, too.
    const isHead = 'value' in head || /^\s*[-*]\s/.test(line);
    if (!isHead) continue;
    position++;
    let next = index + 1;
    while (next < to && (lines[next] ?? '').trim() === '') next++;
    const linksLine = lines[next] ?? '';
    if (next >= to || !/^\s*\[/.test(linksLine)) {
      report(
        'ENTRY_MALFORMED',
        index + 1,
        'The entry has no line of links beneath it.',
        'Add [[Paper](https://…)] [[Code/Page](https://…)] [[TLDR/Notes](#slug)].',
      );
      continue;
    }
    const links = parseEntryLinks(linksLine);
    if ('problems' in links) reportAll(next + 1, links.problems);
    if ('value' in head && 'value' in links) {
      papers.push({ ...head.value, ...links.value, position, line: index + 1 });
    }
    index = next;
  }
  return papers;
}

/**
 * Cuts the notes at their `## slug` headings. Notes may have level-2 headings of their own, so one counts as
 * a section's where the index knows it, where it has the form of a slug, or where an abstract follows.
 */
function splitSections(
  lines: readonly string[],
  from: number,
  slugs: ReadonlyMap<string, unknown>,
  report: Report,
): Section[] {
  const sections: Section[] = [];
  let outside: number | undefined;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const slug = /^##\s+(\S.*?)\s*$/.exec(line)?.[1];
    if (slug !== undefined && (slugs.has(slug) || isSlug(slug) || abstractFollows(lines, index))) {
      sections.push({ slug, line: index + 1, lines: [] });
    } else if (sections.length > 0) {
      sections.at(-1)?.lines.push(line);
    } else if (line.trim() !== '') outside ??= index + 1;
  }
  if (outside !== undefined) {
    report(
      'TEXT_OUTSIDE_SECTION',
      outside,
      'Text between "# TLDR/Notes" and the first "## slug" belongs to no paper.',
      'Put it under the heading of its paper.',
    );
  }
  return sections;
}

function isSlug(heading: string): boolean {
  return (
    /^[^\s\p{Lu}\p{Script=Han}\p{Extended_Pictographic}]+$/u.test(heading) && /-/.test(heading)
  );
}

function abstractFollows(lines: readonly string[], index: number): boolean {
  const next = lines.slice(index + 1, index + 6).find((line) => line.trim() !== '');
  return /^###\s+abstract\s*$/i.test(next ?? '');
}

function termsOf(title: string): string[] {
  const terms = /Terms\s*[(（](.*)[)）]\s*$/i.exec(title)?.[1] ?? '';
  return [...new Set(terms.split('+').map((term) => term.trim()))].filter(Boolean);
}
