import { expect, test } from 'vitest';
import type { Paper } from '../../../src/lib/papers.ts';
import { accountForRepair } from '../../../src/lib/repair-account.ts';
import type { RestoredCharacter } from '../../../src/papers/repair-record.ts';

const paper = (id: string, repair: Partial<Paper['repair']>): Paper => ({
  id,
  segment: id,
  title: id,
  sentence: '',
  hasNotes: false,
  reading: { han: 0, words: 0, minutes: 0 },
  date: '2025-06',
  links: {},
  lists: [{ id: 'l', title: 'L', position: 1 }],
  terms: [],
  topics: [],
  repair: { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0, ...repair },
});
const character = (more: Partial<RestoredCharacter>): RestoredCharacter => ({
  received: 'x',
  chosen: '中',
  rivals: '不',
  source: 'decoder',
  ...more,
});

test('nothing damaged: nothing is read, everything is nought', async () => {
  const account = await accountForRepair([paper('a', {})], () => {
    throw new Error('read');
  });
  expect(account).toMatchObject({ papers: 0, total: 0, uncertain: [], rulings: [], omitted: 0 });
});

test('kinds add up to the total, and rulings carry their characters', async () => {
  const account = await accountForRepair(
    [paper('a', { exact: 1, decoder: 5, uncertain: 2, correction: 2 }), paper('b', { decoder: 3 })],
    async ({ id }) =>
      id === 'a'
        ? {
            rulings: [{ restored: '决策中', why: 'w' }],
            gaps: [
              character({ uncertain: true }),
              character({ source: 'correction', ruling: 0, chosen: '决' }),
              character({ source: 'correction', ruling: 0, chosen: '中', overruled: '与' }),
              character({ uncertain: true, chosen: '与' }),
            ],
          }
        : undefined,
  );
  expect(account).toMatchObject({ papers: 2, total: 11 });
  expect(account.counts).toEqual({
    exact: 1,
    decoder: 6,
    correction: 2,
    uncertain: 2,
    unresolved: 0,
  });
  expect(account.uncertain[0]?.items.map(({ chosen }) => chosen)).toEqual(['中', '与']);
  const ruling = account.rulings[0]?.items[0];
  expect(ruling?.characters.map(({ chosen }) => chosen)).toEqual(['决', '中']);
  expect(ruling).toMatchObject({ restored: '决策中', decoded: '决策与' });
});

test('a page has room for so many readings; the others are counted', async () => {
  const gaps = Array.from({ length: 300 }, () => character({ uncertain: true }));
  const papers = ['a', 'b', 'c'].map((id) => paper(id, { decoder: 300, uncertain: 300 }));
  const account = await accountForRepair(papers, async () => ({ rulings: [], gaps }));
  expect(account.uncertain.map(({ items }) => items.length)).toEqual([300, 200]);
  expect(account.omitted).toBe(400);
});
