/** Papers as pages show them, and their order. */
import { firstSentence, type EntryText } from '../papers/entry-text.ts';
import { latexToText } from '../papers/latex-text.ts';
import type { PaperMetadata } from '../papers/metadata/schema.ts';
import { measureReading, type ReadingTime } from '../papers/reading-time.ts';
import type { PaperEntry } from '../papers/schema.ts';
import { restoredKinds, type RestoredKind } from './restored-kind.ts';

/** A paper, and what its pages need to know of its text. `title` and `titleZh` are plain text. */
export interface Paper extends PaperEntry {
  /** The last part of its page's address. */
  segment: string;
  /** The first sentence of the abstract; empty where there is none. */
  sentence: string;
  hasNotes: boolean;
  /** Of abstract and notes. */
  reading: ReadingTime;
  /** What arXiv says of it, where that was fetched. */
  metadata?: PaperMetadata;
  /** When its entry last changed, in ISO 8601, where the project's history tells. */
  changed?: string;
}

/** `file` is the entry's file name without `.mdx`; the last are what else is known of it. */
export function toPaper(
  file: string,
  entry: PaperEntry,
  { abstract, notes }: EntryText,
  { metadata, changed }: { [K in 'metadata' | 'changed']?: Paper[K] | undefined } = {},
): Paper {
  const title = latexToText(entry.title) || entry.title;
  const { titleZh: writtenZh, ...rest } = entry;
  const titleZh = writtenZh === undefined ? undefined : latexToText(writtenZh);
  return {
    ...rest,
    // A paper whose title is Chinese has one title, not two.
    ...(titleZh !== undefined && titleZh !== title ? { titleZh } : {}),
    segment: file,
    title,
    sentence: firstSentence(abstract),
    hasNotes: notes !== '',
    reading: measureReading(`${abstract}\n${notes}`),
    ...(metadata ? { metadata } : {}),
    ...(changed ? { changed } : {}),
  };
}

/** Newest month first, then the list's own order. */
export function comparePapers(a: Paper, b: Paper): number {
  return (
    compare(b.date, a.date) ||
    compare(a.lists[0]?.id ?? '', b.lists[0]?.id ?? '') ||
    (a.lists[0]?.position ?? 0) - (b.lists[0]?.position ?? 0) ||
    compare(a.id, b.id)
  );
}

/** Papers in order, cut into months. */
export function groupByMonth(papers: readonly Paper[]): { month: string; papers: Paper[] }[] {
  const groups: { month: string; papers: Paper[] }[] = [];
  for (const paper of papers) {
    const last = groups.at(-1);
    if (last?.month === paper.date) last.papers.push(paper);
    else groups.push({ month: paper.date, papers: [paper] });
  }
  return groups;
}

/** What the index says of the papers, which are in order. */
export function countPapers(papers: readonly Paper[]): {
  firstMonth: string | undefined;
  lastMonth: string | undefined;
  withNotes: number;
  withCode: number;
} {
  return {
    firstMonth: papers.at(-1)?.date,
    lastMonth: papers[0]?.date,
    withNotes: papers.filter(({ hasNotes }) => hasNotes).length,
    withCode: papers.filter(({ links }) => links.code !== undefined).length,
  };
}

/** How many damaged characters of the paper were restored, and how many of them may be wrong. */
export function repairCounts({ repair }: Paper): {
  restored: number;
  uncertain: number;
  unresolved: number;
} {
  const restored = repair.exact + repair.decoder + repair.correction;
  return { restored, uncertain: repair.uncertain, unresolved: repair.unresolved };
}

/** The paper's damaged characters by kind, which add up to all of them. */
export function restoredByKind({ repair }: Pick<Paper, 'repair'>): Record<RestoredKind, number> {
  return { ...repair, decoder: repair.decoder - repair.uncertain };
}

/** The kinds that the paper has damaged characters of, with how many. */
export function restoredKindsOf(
  paper: Pick<Paper, 'repair'>,
): { kind: RestoredKind; count: number }[] {
  const counts = restoredByKind(paper);
  return restoredKinds
    .map((kind) => ({ kind, count: counts[kind] }))
    .filter(({ count }) => count > 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
