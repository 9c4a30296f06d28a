/** Addresses that merged papers and lists would share. */
import type { MergedPaper, Occurrence } from './merge.ts';
import type { ParsedList } from './parse-list.ts';
import { pathSegment } from './path-segment.ts';
import type { Place, Problem } from './problem.ts';
import { arxivSegments, withoutVersion } from './web-address.ts';

/** Addresses `/papers/<arXiv id>/` that lead to more than one paper, or that are a paper's own. */
export function arxivProblems(papers: readonly MergedPaper[]): Problem[] {
  const own = new Map(papers.map(({ segment, entry }) => [segment.toLowerCase(), entry.id]));
  const byArxiv = new Map<string, MergedPaper>();
  return papers.flatMap((paper): Problem[] => {
    const { arxiv, id } = paper.entry;
    if (arxiv === undefined) return [];
    const problems: Problem[] = [];
    const place = placeOf(paper.shown);
    for (const address of arxivSegments(paper.entry)) {
      const clash = own.get(address.toLowerCase());
      if (clash === undefined || clash === id) continue;
      problems.push({
        ...place,
        name: 'PATH_TWICE',
        severity: 'error',
        what: `"${id}" is arXiv:${arxiv}, but /papers/${address}/ is the address of "${clash}".`,
        todo: `Change the slug "${clash}", in its link and in the heading of its notes.`,
      });
    }
    const name = withoutVersion(arxiv).toLowerCase();
    const first = byArxiv.get(name);
    byArxiv.set(name, first ?? paper);
    if (first) {
      const { file, line } = placeOf(first.shown);
      problems.push({
        ...place,
        name: 'ARXIV_TWICE',
        severity: 'warning',
        what: `"${id}" is arXiv:${arxiv}, which "${first.entry.id}" in ${file}:${line} is, too.`,
        todo: `/papers/${withoutVersion(arxiv)}/ leads to the first. Correct one of the two, or leave it so.`,
      });
    }
    return problems;
  });
}

/** Lists whose names an address can't tell apart. */
export function listPathProblems(lists: readonly ParsedList[]): Problem[] {
  const segments = new Map<string, string>();
  return lists.flatMap(({ id, file }): Problem[] => {
    const segment = pathSegment(id);
    const clash = segments.get(segment.toLowerCase());
    segments.set(segment.toLowerCase(), file);
    if (clash === undefined) return [];
    return [
      {
        file,
        line: 1,
        column: 1,
        name: 'PATH_TWICE',
        severity: 'error',
        what: `${file} and ${clash} would share the address /lists/${segment}/.`,
        todo: 'Rename one of the two.',
      },
    ];
  });
}

/** Where a list names a paper. */
export function placeOf({ list, paper }: Occurrence): Place {
  return { file: list.file, line: paper.line, column: 1 };
}
