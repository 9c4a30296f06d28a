import { expect, test } from 'vitest';
import { matcherOf } from '../../../src/search/matches.ts';
import { tellingMatcher, wholeMatcherOf } from '../../../src/search/phrase.ts';
import { parseQuery } from '../../../src/search/query.ts';

test.each([
  ['reward model', 'Reward models, and a model of reward', ['Reward models']],
  ['state of the art', 'state-of-the-art, the state of our art', ['state-of-the-art']],
  ['RL框架', '一个 RL 框架', ['RL 框架']],
  ['rewards', 'Rewards and rewarding work', ['Rewards', 'rewarding']],
  ['effect of reward on policy', 'The effect of reward on policy', ['effect of reward on policy']],
  ['of the', 'the art of the state', ['of the']],
  ['(', 'a (b)', []],
])('%s as a whole in “%s”', (query, text, expected) => {
  const found = wholeMatcherOf(parseQuery(query))(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});

test.each([
  ['state of the art', 'The state-of-the-art of an art', ['state', 'of', 'the', 'art', 'art']],
  ['the art', 'the state of the art', ['the', 'art']],
  ['the', 'the state', ['the']],
  ['reward model', 'a model of reward', ['model', 'reward']],
])('words of %s that tell something in “%s”', (typed, text, expected) => {
  const query = parseQuery(typed);
  const found = tellingMatcher(matcherOf(query), query)(text);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected);
});
