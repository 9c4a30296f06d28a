import { expect, test } from 'vitest';
import { citationScopes } from '../../../src/lib/citations.ts';
import type { Library } from '../../../src/lib/library.ts';
import type { Paper } from '../../../src/lib/papers.ts';

function library(count: number): Library {
  const papers = Array.from({ length: count }, (_, i) => ({
    segment: `p${i}`,
    date: i % 2 ? '2025-01' : '2024-12',
    lists: [{ id: i % 3 ? 'a' : 'b?', title: 'L', position: i + 1 }],
  })) as Paper[];
  const tags = [{ id: 'rl', name: 'RL', isTerm: true, isTopic: false, papers: papers.slice(0, 2) }];
  return { papers, topics: [], tags, entries: new Map(), redirects: [] };
}
const sizes = (count: number) =>
  [...citationScopes(library(count))]
    .filter(([scope]) => !scope.startsWith('papers/'))
    .map(([scope, papers]) => [scope, papers.length]);

test('there is a file of everything, of each paper, tag and list, and of each year that has a page', () => {
  expect(sizes(9)).toEqual([
    ['', 9],
    ['tags/rl', 2],
    ['lists/b-', 3],
    ['lists/a', 6],
  ]);
  expect(citationScopes(library(9)).get('papers/p3')).toHaveLength(1);
  expect(sizes(400)).toEqual(
    expect.arrayContaining([
      ['years/2024', 200],
      ['years/2025', 200],
    ]),
  );
});
