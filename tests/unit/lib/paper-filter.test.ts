import { expect, test } from 'vitest';
import {
  countValues,
  matchesFilter,
  nameFilter,
  readFilter,
  writeFilter,
  type Facets,
} from '../../../src/lib/paper-filter.ts';

const paper = (month: string, topics: string[], hasCode = false): Facets => ({
  terms: ['rl'],
  topics,
  month,
  hasCode,
});
const papers = [
  paper('2025-06', ['agents', 'retrieval'], true),
  paper('2025-06', ['agents']),
  paper('2025-05', ['retrieval']),
];

test('the address and the filter say the same', () => {
  const query = '?term=rl&topic=agents&month=2025-06&code=1';
  const filter = readFilter(new URLSearchParams(query));
  expect(filter).toEqual({ term: 'rl', topic: 'agents', month: '2025-06', code: '1' });
  expect(writeFilter(filter)).toBe(query);
  expect(writeFilter({})).toBe('');
  expect(readFilter(new URLSearchParams('code=yes&topic=&other=1'))).toEqual({});
});

test('a file is named after the filter', () => {
  expect(nameFilter({ topic: 'agents', month: '2025-06', code: '1' })).toBe('agents-2025-06-code');
});

test('other parameters stay as they are', () => {
  expect(writeFilter({ topic: 'a&b' }, new URLSearchParams('x=1&topic=old&code=1'))).toBe(
    '?x=1&topic=a%26b',
  );
});

test('facets are combined', () => {
  expect(papers.filter((paper) => matchesFilter(paper, {}))).toHaveLength(3);
  expect(papers.filter((paper) => matchesFilter(paper, { topic: 'agents' }))).toHaveLength(2);
  expect(
    papers.filter((paper) => matchesFilter(paper, { topic: 'agents', code: '1' })),
  ).toHaveLength(1);
  expect(
    papers.filter((paper) => matchesFilter(paper, { month: '2025-05', code: '1' })),
  ).toHaveLength(0);
});

test('counts tell what each value would leave with the other facets as they are', () => {
  const counts = countValues(papers, { topic: 'retrieval', month: '2025-06' }, 'topic');
  expect(Object.fromEntries(counts)).toEqual({ agents: 2, retrieval: 1 });
  expect(Object.fromEntries(countValues(papers, { topic: 'retrieval' }, 'code'))).toEqual({ 1: 1 });
});
