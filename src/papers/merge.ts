/** Joins the papers of all lists: a paper that stands in several lists becomes one entry that names them all. */
import type { Root } from 'mdast';
import { arxivProblems, listPathProblems, placeOf } from './address-problems.ts';
import type { NotesSection } from './notes-section.ts';
import { bodyTree } from './notes-tree.ts';
import type { ListedPaper, ParsedList } from './parse-list.ts';
import { pathSegment } from './path-segment.ts';
import type { Problem } from './problem.ts';
import type { PaperEntry } from './schema.ts';
import { matchTopics, type Topic } from './topics.ts';
import {
  arxivIdentifier,
  canonicalArxiv,
  paperLinks,
  spelledArxiv,
  withoutVersion,
} from './web-address.ts';

/** An entry ready to be written to `<segment>.mdx`. */
export interface MergedPaper {
  segment: string;
  entry: PaperEntry;
  body: Root;
  /** Where what is shown comes from. */
  shown: Occurrence;
}

/** What the repair did to one paper of one list; the caller knows, this module doesn't. */
export type SummarizeRepair = (list: ParsedList, paper: ListedPaper) => PaperEntry['repair'];

/** A paper in one of its lists. */
export interface Occurrence {
  list: ParsedList;
  paper: ListedPaper;
}

/**
 * Merges by slug. The first list that has notes on the paper, in the order given, provides what is shown;
 * a list that says otherwise is reported as a warning.
 */
export function mergePapers(
  lists: readonly ParsedList[],
  topics: readonly Topic[],
  summarizeRepair: SummarizeRepair,
): { papers: MergedPaper[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const bySlug = new Map<string, Occurrence[]>();
  for (const list of lists) {
    for (const paper of list.papers) {
      const occurrences = bySlug.get(paper.slug) ?? [];
      bySlug.set(paper.slug, [...occurrences, { list, paper }]);
    }
  }
  const papers: MergedPaper[] = [];
  const segments = new Map<string, string>();
  for (const [slug, occurrences] of bySlug) {
    const shown = occurrences.find(({ paper }) => paper.section) ?? occurrences[0];
    if (!shown) continue;
    const others = occurrences.filter((occurrence) => occurrence !== shown);
    problems.push(...others.flatMap((other) => differences(shown, other)));
    const segment = pathSegment(slug);
    // Some file systems take Capo.mdx and capo.mdx for one file.
    const clash = segments.get(segment.toLowerCase());
    if (clash !== undefined) {
      problems.push({
        ...placeOf(shown),
        name: 'PATH_TWICE',
        severity: 'error',
        what: `"${slug}" and "${clash}" would share the address /papers/${segment}/.`,
        todo: 'Change one of the two slugs, in its link and in the heading of its notes.',
      });
    }
    segments.set(segment.toLowerCase(), slug);
    papers.push(
      toEntry(segment, [shown, ...others], topics, summarizeRepair(shown.list, shown.paper)),
    );
  }
  problems.push(...arxivProblems(papers), ...listPathProblems(lists));
  return { papers, problems };
}

function toEntry(
  segment: string,
  occurrences: [Occurrence, ...Occurrence[]],
  topics: readonly Topic[],
  repair: PaperEntry['repair'],
): MergedPaper {
  const [{ paper }] = occurrences;
  const first = <K extends 'paper' | 'code'>(key: K) =>
    occurrences.find((o) => o.paper[key])?.paper[key];
  const address = first('paper');
  const code = first('code');
  const arxiv = address && arxivIdentifier(address);
  const aliases = arxiv ? aliasesOf(arxiv, occurrences) : [];
  const section: NotesSection = paper.section ?? { abstract: '', notes: '' };
  const { titleZh } = section;
  const entry: PaperEntry = {
    id: paper.slug,
    title: paper.title,
    ...(titleZh ? { titleZh } : {}),
    date: paper.date,
    ...(arxiv ? { arxiv } : {}),
    ...(aliases.length > 0 ? { arxivAliases: aliases } : {}),
    links: { ...(address ? paperLinks(address) : {}), ...(code ? { code } : {}) },
    lists: occurrences.map(({ list: { id, title }, paper: { position } }) => ({
      id,
      title,
      position,
    })),
    terms: [...new Set(occurrences.flatMap(({ list }) => list.terms))],
    topics: matchTopics([paper.title, titleZh ?? '', section.abstract].join('\n'), topics),
    repair,
  };
  return { segment, entry, body: bodyTree(section), shown: occurrences[0] };
}

/** How else the lists spell the paper's identifier, versions included. */
function aliasesOf(arxiv: string, occurrences: readonly Occurrence[]): string[] {
  const spelled = occurrences.flatMap(({ paper }) => spelledArxiv(paper.paper ?? '') ?? []);
  const isSame = (id: string) => withoutVersion(canonicalArxiv(id)) === withoutVersion(arxiv);
  return [...new Set(spelled)].filter((id) => id !== arxiv && isSame(id));
}

function differences(shown: Occurrence, other: Occurrence): Problem[] {
  const fields = (['title', 'date', 'paper', 'code'] as const).filter(
    (key) => other.paper[key] !== undefined && other.paper[key] !== shown.paper[key],
  );
  const notes = (paper: ListedPaper) =>
    paper.section && paper.section.abstract + paper.section.notes;
  const differs = [
    ...fields,
    ...(other.paper.section && notes(other.paper) !== notes(shown.paper) ? ['notes'] : []),
  ];
  if (differs.length === 0) return [];
  const { file, line } = placeOf(shown);
  return [
    {
      ...placeOf(other),
      name: 'PAPER_DIFFERS_BETWEEN_LISTS',
      severity: 'warning',
      what: `"${other.paper.slug}" differs from ${file}:${line} in its ${differs.join(', ')}.`,
      todo: `${file} is shown. Make the two agree, or leave it so.`,
    },
  ];
}
