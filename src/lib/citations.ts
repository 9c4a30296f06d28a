/** Citations of the library's papers, for its pages and files. */
import { citePaper, type Citation } from '../papers/citations/bibliography.ts';
import type { Topic } from '../papers/topics.ts';
import { pathSegment } from '../papers/path-segment.ts';
import { textOf } from './body-text.ts';
import type { Entry, Library } from './library.ts';
import type { CitationScope } from './links.ts';
import type { Paper } from './papers.ts';
import { tagNames } from './tags.ts';
import { textLanguage } from './text-language.ts';
import { partByYear } from './years.ts';

/** The citation of each of these papers. */
export function citePapers(papers: readonly Paper[], { entries, topics }: Library): Citation[] {
  return papers.flatMap((paper) => {
    const entry = entries.get(paper.segment);
    return entry ? [citeEntry(paper, entry, topics)] : [];
  });
}

/** The citation of a paper, by the entry that it comes from: the title there has its LaTeX. */
export function citeEntry(paper: Paper, entry: Entry, topics: readonly Topic[]): Citation {
  const cited = {
    ...entry.data,
    language: textLanguage(paper.title),
    abstract: textOf(entry).abstract,
    keywords: tagNames(paper, topics).map(({ name }) => name),
  };
  return citePaper(cited, paper.metadata);
}

/** Everything that there is a citation file of, and the papers in it, in the order of the index. */
export function citationScopes({ papers, tags }: Library): Map<CitationScope, readonly Paper[]> {
  const lists = new Set(papers.flatMap((paper) => paper.lists.map(({ id }) => id)));
  const inList = (id: string) => papers.filter((paper) => paper.lists.some((l) => l.id === id));
  return new Map<CitationScope, readonly Paper[]>([
    ['', papers],
    ...papers.map((paper) => [`papers/${paper.segment}`, [paper]] as const),
    ...tags.map((tag) => [`tags/${tag.id}`, tag.papers] as const),
    ...partByYear(papers).years.map((part) => [`years/${part.year}`, part.papers] as const),
    ...[...lists].map((id) => [`lists/${pathSegment(id)}`, inList(id)] as const),
  ]);
}
