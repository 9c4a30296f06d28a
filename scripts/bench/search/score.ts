/** What the answers are worth. */
import type { BenchQuery, QueryKind } from './queries.ts';

export interface Answered {
  query: BenchQuery;
  /** Segments of papers, best first. */
  found: readonly string[];
}

/** Shares between 0 and 1, averaged over the queries of a kind. */
export interface Score {
  queries: number;
  recallAt5: number;
  recallAt10: number;
  rightAt1: number;
  noResult: number;
}

export function scoreAnswers(answered: readonly Answered[]): Map<QueryKind, Score> {
  const kinds = [...new Set(answered.map(({ query }) => query.kind))];
  return new Map(
    kinds.map((kind) => [kind, score(answered.filter(({ query }) => query.kind === kind))]),
  );
}

function score(answered: readonly Answered[]): Score {
  const mean = (value: (answer: Answered) => number) =>
    answered.reduce((sum, answer) => sum + value(answer), 0) / answered.length;
  const recall = (count: number) =>
    mean(({ query, found }) => {
      const held = query.relevant.filter((segment) => found.slice(0, count).includes(segment));
      return held.length / query.relevant.length;
    });
  return {
    queries: answered.length,
    recallAt5: recall(5),
    recallAt10: recall(10),
    rightAt1: mean(({ query, found }) => Number(query.relevant.includes(found[0] ?? ''))),
    noResult: mean(({ found }) => Number(found.length === 0)),
  };
}

/** A table of percents, a block of columns for each way of searching. */
export function formatScores(
  ways: readonly (readonly [string, ReadonlyMap<QueryKind, Score>])[],
): string {
  const columns = ['recall@5', 'recall@10', 'right at 1', 'no result'];
  const lines = ways.map(([way, scores]) => [
    way.padEnd(26) + columns.map((column) => column.padStart(12)).join(''),
    ...[...scores].map(
      ([kind, { queries, recallAt5, recallAt10, rightAt1, noResult }]) =>
        `  ${kind} (${queries})`.padEnd(26) +
        [recallAt5, recallAt10, rightAt1, noResult]
          .map((share) => `${(100 * share).toFixed(1)}%`.padStart(12))
          .join(''),
    ),
  ]);
  return lines.map((block) => block.join('\n')).join('\n\n');
}
