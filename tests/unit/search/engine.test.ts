import { describe, expect, test } from 'vitest';
import { search } from '../../../src/search/engine.ts';
import { FacetTable } from '../../../src/search/facet-table.ts';
import { foldText } from '../../../src/search/fold.ts';
import type { PaperIndex, Postings } from '../../../src/search/pagefind-index.ts';

interface Paper {
  words: string[];
  /** What the index knows beside the words: parts of names, what the page carries unseen. */
  also?: string[];
  facets?: Record<string, string[]>;
}

/** An index as Pagefind keeps one: words by position, and the pairs of Chinese runs. */
function indexOf(papers: Record<string, string | Paper>, isReachable = true): PaperIndex {
  const known = Object.entries(papers).map(([id, paper]) => {
    const {
      words,
      also = [],
      facets = {},
    } = typeof paper === 'string'
      ? {
          words: [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(paper)].map(
            ({ segment }) => segment,
          ),
        }
      : paper;
    const kept: [string, number][] = also.map((text) => [text, 0]);
    let run = '';
    let runStart: number[] = [];
    words.forEach((word, position) => {
      const text = foldText(word).text;
      if (text) kept.push([text, position]);
      if (/^\p{Script=Han}+$/u.test(word)) {
        run += word;
        runStart.push(...[...word].map(() => position));
      }
      if (!/^\p{Script=Han}+$/u.test(word) || position === words.length - 1) {
        [...run]
          .slice(1)
          .forEach((character, place) =>
            kept.push([`${run.charAt(place)}${character}`, runStart[place] ?? 0]),
          );
        run = '';
        runStart = [];
      }
    });
    return { id, words, kept, facets };
  });
  const find = (matches: (word: string) => boolean, isFirstOnly: boolean): Postings =>
    new Map(
      known.flatMap(({ id, kept }) => {
        const found = [...new Set(kept.filter(([word]) => matches(word)).map(([, at]) => at))];
        found.sort((a, b) => a - b);
        return found.length > 0 ? [[id, isFirstOnly ? found.slice(0, 1) : found] as const] : [];
      }),
    );
  return {
    size: async () => known.length,
    word: async (text) => find((word) => word === text, true),
    prefix: async (text) => {
      const begun = find((word) => word.startsWith(text), false);
      return begun.size > 0 ? begun : find((word) => text.startsWith(word), false);
    },
    having: async (facet, value) =>
      known.filter(({ facets }) => facets[facet]?.includes(value)).map(({ id }) => id),
    page: async (id) => {
      const words = known.find((paper) => paper.id === id)?.words ?? [];
      return { url: `/papers/${id}/`, words, meta: {}, anchors: [] };
    },
    check: async () => {
      if (!isReachable) throw new Error('offline');
    },
  };
}

const papers = {
  phrase: 'We train a reward model for dialogue.',
  apart: 'The model is small. It took long, and a few more words, until the reward came.',
  other: 'Images of skin.',
  forms: 'Rewarding the agents, and modelling them.',
  hyphen: 'A benchmark of Med-VQA tasks.',
  joined: 'A MedVQA study.',
  chinese: '基于强化学习的医疗推理框架。',
  pieces: '强化了化学知识的学习。',
  mixed: '提出RL框架，效果好。',
};
const index = indexOf(papers);
const hits = async (query: string) => (await search(query, index)).hits;

describe('search', () => {
  test('the phrase comes first, then what holds the words in other places and forms', async () => {
    expect(await hits('reward model')).toEqual(['phrase', 'apart', 'forms']);
  });

  test.each([
    ['强化学习', ['chinese']],
    ['强化 学习', ['chinese', 'pieces']],
    ['ＲＬ 框架', ['mixed']],
    ['rl框架', ['mixed']],
    ['med vqa', ['hyphen']],
    ['MedVQA', ['joined', 'hyphen']],
    ['agent', ['forms']],
    ['dialog', ['phrase']],
  ])('%s', async (query, expected) =>
    expect((await hits(query)).toSorted()).toEqual(expected.toSorted()),
  );

  test('what no paper holds is no hit, and the nearest are kept apart', async () => {
    const answer = await search('强化学习火星', index);
    expect(answer.hits).toEqual([]);
    expect(answer.nearest[0]).toBe('chinese');
    expect(await search('zzzzqqqq', index)).toMatchObject({ hits: [], nearest: [] });
    expect((await search('dialogues zzzz', index)).nearest).toEqual(['phrase']);
    expect((await search('benchmork', index)).nearest).toEqual(['hyphen']);
  });

  test.each([
    ['curiculum', 'curriculum'],
    ['distilation', 'distillation'],
    ['distlilation', 'distillation'],
    ['benchmorks', 'benchmarks'],
    ['reasning', 'reasoning'],
  ])('%s is near %s', async (typed, meant) => {
    const library = indexOf({
      meant: `A ${meant} for models.`,
      other: 'Curious reasons, distant.',
    });
    expect(await search(typed, library)).toMatchObject({ hits: [], nearest: ['meant'] });
  });

  test('an empty answer of an index that is out of reach is no answer', async () => {
    const offline = indexOf(papers, false);
    await expect(search('zzzzqqqq', offline)).rejects.toThrow('offline');
    await expect(search('reward', offline)).resolves.toMatchObject({ hits: expect.any(Array) });
  });

  test('an arXiv id leads to its paper and to no other', async () => {
    const library = indexOf({
      a: { words: ['see', ' ', '2506.12849'], facets: {} },
      b: { words: ['text'], facets: { arxiv: ['2506.12849'] } },
    });
    expect((await search('https://arxiv.org/abs/2506.12849v3', library)).hits).toEqual(['b']);
  });

  test.each<[string, string[]]>([
    ['multi-modal', ['joined', 'parted']],
    ['multi modal', ['parted']],
    ['multimodal', ['joined', 'parted']],
    ['chainofthought', ['chain']],
    ['chain-of-thought', ['chain']],
  ])('hyphens join and part words: %s', async (query, expected) => {
    const library = indexOf({
      joined: 'A multimodal model.',
      parted: { words: [...'Multi|-|modal| |models'.split('|')], also: ['multimodal'] },
      chain: { words: [...'chain|-|of|-|thought'.split('|')], also: ['chainofthought'] },
    });
    expect((await search(query, library)).hits.toSorted()).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ['VL', ['name']],
    ['vl', ['name']],
    ['intern', ['name']],
    ['ms', []],
    ['LL', ['plural']],
    ['2025', []],
    ['06', []],
    ['0.5', ['number']],
    ['2025-06', ['month']],
    ['25/06', ['month']],
    ['June 2025', ['month']],
    ['2025年6月', ['month']],
  ])('what the index knows and no page says is no hit: %s', async (query, expected) => {
    const library = indexOf({
      name: { words: ['InternVL'], also: ['intern', 'vl'] },
      plural: { words: ['LLMs'], also: ['ll', 'ms'] },
      month: { words: ['text'], also: ['2025', '06', '05'], facets: { month: ['2025-06'] } },
      number: { words: ['0.5'], also: ['05'] },
    });
    expect((await search(query, library)).hits).toEqual(expected);
  });

  test('what a filter holds back is still counted', async () => {
    const answer = await search('reward', index, (id) => id === 'apart');
    expect(answer.hits).toEqual(['apart']);
    expect(answer.all.toSorted()).toEqual(['apart', 'forms', 'phrase']);
    const none = await search('reward', index, () => false);
    expect(none).toMatchObject({ hits: [], nearest: [] });
  });
});

test('the facets of papers are those that the index has', async () => {
  const table = await new FacetTable(
    indexOf({
      a: { words: ['x'], facets: { term: ['rl'], month: ['2025-05'], code: ['1'] } },
      b: { words: ['x'], facets: { term: ['rl'], topic: ['data'], month: ['2025-06'] } },
    }),
  ).load(
    new Map([
      ['term', ['rl']],
      ['topic', ['data']],
      ['month', ['2025-05', '2025-06']],
      ['code', ['1']],
    ]),
  );
  expect(table.facetsOf('a')).toEqual({
    terms: ['rl'],
    topics: [],
    month: '2025-05',
    hasCode: true,
  });
  expect(table.passes('b', { topic: 'data' })).toBe(true);
  expect(table.passes('a', { topic: 'data' })).toBe(false);
  expect(table.newestFirst(['a', 'b'])).toEqual(['b', 'a']);
});
