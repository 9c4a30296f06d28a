import { describe, expect, test } from 'vitest';
import { findAddress } from '../../../src/papers/address-book.ts';
import { addressBook, otherAddresses } from '../../../src/papers/other-addresses.ts';

const papers = [
  { id: 'a', segment: 'a', arxiv: '2506.00001v1', arxivAliases: ['2506.00001v3'] },
  { id: 'same', segment: 'same', arxiv: '2506.00001v2' },
  { id: 'math', segment: 'math', arxiv: 'math/0309136', arxivAliases: ['math.GT/0309136'] },
  { id: '2506.00009', segment: '2506.00009', arxiv: '2506.00009v1' },
  { id: 'ÉCOLE: r1-v2', segment: 'ÉCOLE--r1-v2' },
];
const redirects = [
  { from: 'old:slug-v2', to: 'a' },
  { from: 'gone', to: 'nobody' },
];

test('a paper is at its identifiers, at every version that a list names, and at its slugs of old', () => {
  expect([...otherAddresses(papers, redirects)].map(([from, { id }]) => [from, id])).toEqual([
    ['2506.00001', 'a'],
    ['2506.00001v1', 'a'],
    ['2506.00001v3', 'a'],
    ['2506.00001v2', 'same'],
    ['math/0309136', 'math'],
    ['math.GT/0309136', 'math'],
    ['2506.00009v1', '2506.00009'],
    ['old-slug-v2', 'a'],
  ]);
});

describe('a reader who asks for an address that is not quite one', () => {
  const book = addressBook(papers, redirects);

  test.each([
    ['2506.00001v17', 'a'],
    ['2506.00001V3', 'a'],
    ['2506.00009v2', '2506.00009'],
    ['MATH/0309136', 'math'],
    ['math.AG/0309136v4', 'math'],
    ['École--R1-V2', 'ÉCOLE--r1-v2'],
    ['E\u0301cole--r1-v2', 'ÉCOLE--r1-v2'],
    ['OLD-slug-v2', 'a'],
    ['École--r1', undefined],
    ['old-slug', undefined],
    ['2506.0000', undefined],
    ['gone', undefined],
    ['constructor', undefined],
  ])('%s → %s', (asked, segment) => {
    expect(findAddress(JSON.parse(JSON.stringify(book)), asked)).toBe(segment);
  });
});
