import { expect, test } from 'vitest';
import { relatePapers } from '../../../src/papers/related.ts';

const filler = ['alpha', 'bravo', 'charlie', 'delta'].map((word) => ({
  topics: [],
  text: `${word} ${word} unlike anything else`,
}));

test('papers that share rare words come before those that share common ones, with the words as reason', () => {
  const papers = [
    { topics: ['rag'], text: 'retrieval retrieval searcher searcher medical' },
    { topics: ['rag'], text: 'retrieval retrieval of evidence, medical' },
    { topics: [], text: 'medical images, medical dermatology' },
    ...filler,
  ];
  const [first] = relatePapers(papers, 3);
  expect(first?.map(({ index }) => index)).toEqual([1, 2]);
  expect(first?.[0]).toEqual({ index: 1, topics: ['rag'], words: ['retrieval'] });
  // A word that occurs once tells too little to be given as a reason.
  expect(first?.[1]).toEqual({ index: 2, topics: [], words: [] });
});

test('a general Chinese word is a reason only where there is no other', () => {
  const general = '智能 智能';
  const reasons = (topics: string[], text: string) => {
    const papers = [{ topics, text }, { topics, text }, ...filler];
    return relatePapers(papers, 1)[0]?.map(({ topics, words }) => [...topics, ...words]);
  };
  expect(reasons(['rag'], general)).toEqual([['rag']]);
  expect(reasons([], `${general} VQA VQA`)).toEqual([['VQA']]);
  expect(reasons([], general)).toEqual([['智能']]);
});

test('is as near one way as the other, names no paper itself, and gives no more than asked for', () => {
  const papers = Array.from({ length: 9 }, (_, place) => ({
    topics: [String(place % 3)],
    text: `强化学习 ${place % 2 ? '检索增强 检索增强' : '图像生成 图像生成'} GRPO${place}`,
  }));
  const related = relatePapers(papers, 8);
  related.forEach((list, index) => {
    for (const other of list) {
      expect(other.index).not.toBe(index);
      expect(related[other.index]?.map((back) => back.index)).toContain(index);
    }
  });
  expect(relatePapers(papers, 2).every((list) => list.length <= 2)).toBe(true);
});

test('no papers, one paper, papers without text', () => {
  expect(relatePapers([], 3)).toEqual([]);
  expect(relatePapers([{ topics: ['a'], text: 'word' }], 3)).toEqual([[]]);
  expect(
    relatePapers(
      [
        { topics: [], text: '' },
        { topics: [], text: '' },
      ],
      3,
    ),
  ).toEqual([[], []]);
});
