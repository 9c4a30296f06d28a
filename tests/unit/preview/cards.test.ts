import { expect, test } from 'vitest';
import { paperSchema } from '../../../src/papers/schema.ts';
import { paperCard, siteCard } from '../../../src/preview/cards.ts';

const topics = ['agents', 'reward'].map((id) => ({
  id,
  en: `${id} en`,
  zh: `${id} zh`,
  patterns: [],
}));
const entry = (change: object = {}) =>
  paperSchema.parse({
    id: 'a',
    title: '$\\pi_0$: na\\"ive',
    titleZh: '$\\pi_0$ 之后',
    date: '2025-06',
    arxiv: '2506.00001v1',
    links: {},
    lists: [{ id: 'list', title: 'List', position: 1 }],
    terms: ['RL', 'Medical'],
    topics: ['reward', 'agents'],
    repair: { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 },
    ...change,
  });

test('titles are in Unicode, the month in both languages, the topics in the order of the paper', () => {
  expect(paperCard(entry(), topics)).toMatchObject({
    title: 'π₀: naïve',
    titleZh: 'π₀ 之后',
    month: { name: 'June 2025', nameZh: '2025年6月' },
    tags: [
      { name: 'reward en', nameZh: 'reward zh' },
      { name: 'agents en', nameZh: 'agents zh' },
    ],
  });
});

test('without topics there are the terms, without these the arXiv identifier, or nothing', () => {
  const tagsOf = (change: object) => paperCard(entry({ topics: [], ...change }), topics).tags;
  expect(tagsOf({})).toEqual([{ name: 'RL' }, { name: 'Medical' }]);
  expect(tagsOf({ terms: [] })).toEqual([{ name: 'arXiv:2506.00001v1' }]);
  expect(tagsOf({ terms: [], arxiv: undefined })).toEqual([]);
});

test('the site’s card has what most papers are about', () => {
  const entries = [entry(), entry({ topics: ['agents'] })];
  expect(siteCard(entries, topics).tags.map(({ name }) => name)).toEqual([
    'agents en',
    'reward en',
  ]);
  const without = [entry({ topics: [] }), entry({ topics: [], terms: ['Medical'] })];
  expect(siteCard(without, []).tags).toEqual([{ name: 'Medical' }, { name: 'RL' }]);
  expect(siteCard([], topics).tags).toEqual([]);
});
