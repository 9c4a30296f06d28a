/** What the index shows. Past a few hundred papers it shows the newest, and a page for each year has the rest. */
import type { Paper } from './papers.ts';

/** An index of this many papers is still read as one page. */
const MOST_ON_ONE = 300;
/** A longer list shows whole months until it has so many. */
const LEAST_SHOWN = 100;

export interface YearOfPapers {
  year: string;
  papers: Paper[];
}

/** Parts papers that are in order, the newest first. `years` is empty where all are shown. */
export function partByYear(papers: readonly Paper[]): { shown: Paper[]; years: YearOfPapers[] } {
  if (papers.length <= MOST_ON_ONE) return { shown: [...papers], years: [] };
  const lastMonth = papers[LEAST_SHOWN - 1]?.date ?? '';
  const years = Map.groupBy(papers, ({ date }) => date.slice(0, 4));
  return {
    shown: papers.filter(({ date }) => date >= lastMonth),
    years: [...years].map(([year, papers]) => ({ year, papers })),
  };
}
