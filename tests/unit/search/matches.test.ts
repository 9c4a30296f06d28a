import { describe, expect, test } from 'vitest';
import { cutExcerpt, findSections, opening } from '../../../src/search/excerpts.ts';
import { markMatches, matcherOf } from '../../../src/search/matches.ts';
import { parseQuery } from '../../../src/search/query.ts';

const marked = (query: string, text: string, isLoose = false) =>
  markMatches(text, matcherOf(parseQuery(query), isLoose)(text))
    .map((part) => (part.marked ? `[${part.text}]` : part.text))
    .join('');

describe('what is marked', () => {
  test.each([
    ['reward', 'Rewards and rewarding work', '[Rewards] and [rewarding] work'],
    ['强化学习', '基于强化学习的方法', '基于[强化学习]的方法'],
    ['强化学习', '基于强化 学习的方法', '基于[强化 学习]的方法'],
    ['RL框架', '一个 RL 框架', '一个 [RL] [框架]'],
    ['med-vqa', 'Ｍｅｄ-VQA', '[Ｍｅｄ]-[VQA]'],
    ['medvqa', 'Med-VQA', '[Med-VQA]'],
    ['rl', 'world RL', 'world [RL]'],
    ['agent', 'DoctorAgent-RL', 'Doctor[Agent]-RL'],
    ['的', '的确', '[的]确'],
    ['c++ (x)', 'C++ (x)', '[C]++ ([x])'],
  ])('%s in %s', (query, text, expected) => expect(marked(query, text)).toBe(expected));

  test('a run in parts only where asked for', () => {
    expect(marked('医疗火星', '医疗推理')).toBe('医疗推理');
    expect(marked('医疗火星', '医疗推理', true)).toBe('[医疗]推理');
  });

  test('the parts are the text', () => {
    const text = 'Ａ－b 强 化 😀 reward\u200Bs';
    const parts = markMatches(text, matcherOf(parseQuery('reward 强化 b'))(text));
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});

describe('excerpts', () => {
  const page = {
    url: '/papers/x/',
    words: [
      'Title ',
      'Abstract',
      '. ',
      'We ',
      'study ',
      'rewards',
      '. ',
      '方法',
      '. ',
      '强化',
      '学习',
      '。',
    ],
    meta: {},
    anchors: [
      { element: 'h1', id: 'x', text: 'Title', location: 0 },
      { element: 'h2', id: 'abstract', text: 'Abstract', location: 1 },
      { element: 'h3', id: 'm', text: '方法', location: 7 },
    ],
  };

  test('a section opens at its heading and shows its own text', () => {
    const [section, ...others] = findSections(page, matcherOf(parseQuery('强化学习')), 3);
    expect(section).toMatchObject({ id: 'm', text: '强化学习。' });
    expect(section?.excerpt).toEqual([
      { text: '强化学习', marked: true },
      { text: '。', marked: false },
    ]);
    expect(others).toEqual([]);
    expect(opening(page)).toBe('We study rewards.');
  });

  test('a long text is cut around the place with most words of the query', () => {
    const text = `reward ${'filler '.repeat(80)}a reward model ${'filler '.repeat(80)}`;
    const parts = cutExcerpt(text, matcherOf(parseQuery('reward model'))(text));
    expect(parts.filter((part) => part.marked).map((part) => part.text)).toEqual([
      'reward',
      'model',
    ]);
    const excerpt = parts.map((part) => part.text).join('');
    expect(excerpt).toMatch(/^….*…$/);
    expect(excerpt.length).toBeLessThan(250);
  });
});
