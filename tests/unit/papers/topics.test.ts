import { expect, test } from 'vitest';
import { matchTopics, parseTopics } from '../../../src/papers/topics.ts';

const topic = (...patterns: string[]) => [{ id: 't', en: 'T', zh: '题', patterns }];

test.each<[string, string, boolean]>([
  ['rl', 'a world of pearls', false],
  ['RL', 'with RL.', true],
  ['RL', 'RL-based', true],
  ['RL', '基于RL框架', true],
  ['RL', 'RLHF', false],
  ['RL', 'RL2', false],
  ['VLM', 'medical VLMs', true],
  ['vision language model', 'Vision-\nLanguage Models', true],
  ['RAG', 'dragged', false],
  ['C++', 'in C++ and', true],
  ['C++', 'in C', false],
  ['naïve', 'NAÏVE', true],
  ['智能体', '多智能体协作', true],
])('pattern %s in %j: %s', (pattern, text, expected) => {
  expect(matchTopics(text, topic(pattern))).toEqual(expected ? ['t'] : []);
});

test('a good file is read, an empty one too', () => {
  expect(parseTopics('- {id: a, en: A, zh: 甲, patterns: [x]}', 't.yaml')).toEqual({
    topics: [{ id: 'a', en: 'A', zh: '甲', patterns: ['x'] }],
    problems: [],
  });
  expect(parseTopics('# nothing yet\n', 't.yaml')).toEqual({ topics: [], problems: [] });
});

test.each([
  ['broken YAML', '- id: [', '1:8'],
  ['no list', 'a: b', '1:1'],
  ['a missing name', '- {id: a, en: A, patterns: [x]}', '1:3'],
  ['an unknown key', '- {id: a, en: A, zh: 甲, patterns: [x], color: red}', '1:3'],
  ['an id that is no address', '- {id: A b, en: A, zh: 甲, patterns: [x]}', '1:3'],
  [
    'an id twice',
    '- {id: a, en: A, zh: 甲, patterns: [x]}\n- {id: a, en: A, zh: 甲, patterns: [x]}',
    '2:3',
  ],
])('%s is reported with its place', (_, text, place) => {
  const { problems } = parseTopics(text, 't.yaml');
  expect(problems.map(({ line, column, name }) => `${line}:${column} ${name}`)).toEqual([
    `${place} TOPICS_INVALID`,
  ]);
});
