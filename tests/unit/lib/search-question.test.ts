import { describe, expect, test } from 'vitest';
import {
  isAsked,
  longestQuery,
  queryOf,
  readQuestion,
  writeQuestion,
} from '../../../src/lib/search-question.ts';

const nothing = { typed: '', filter: {}, isByDate: false };

describe('a question in an address', () => {
  test.each([
    ['', nothing],
    ['?q=%E5%BC%BA%E5%8C%96+RL', { ...nothing, typed: '强化 RL' }],
    [
      '?q=a%26b&sort=date&term=rl&month=2025-05&code=1',
      {
        typed: 'a&b',
        isByDate: true,
        filter: { term: 'rl', month: '2025-05', code: '1' as const },
      },
    ],
  ])('%s', (address, question) => {
    expect(writeQuestion(question)).toBe(address);
    expect(readQuestion(new URLSearchParams(address))).toEqual(question);
  });

  test('what is no question is none', () => {
    expect(readQuestion(new URLSearchParams('?sort=old&code=0&x=y'))).toEqual(nothing);
    expect(writeQuestion({ ...nothing, typed: ' \n' })).toBe('');
  });

  test.each([
    [nothing, false],
    [{ ...nothing, typed: ' ' }, false],
    [{ ...nothing, isByDate: true }, false],
    [{ ...nothing, filter: { code: '1' as const } }, true],
    [{ ...nothing, typed: '强' }, true],
  ])('%o is asked: %s', (question, expected) => expect(isAsked(question)).toBe(expected));
});

describe('what is searched of what was typed', () => {
  test('is all of it, without the space around it, as far as addresses bear', () => {
    expect(queryOf('  reward model ')).toBe('reward model');
    expect(queryOf('强'.repeat(longestQuery))).toHaveLength(longestQuery);
    expect(queryOf('强'.repeat(2000))).toHaveLength(longestQuery);
  });

  test('is well-formed, wherever it was cut', () => {
    for (const typed of ['\uD83D', '😀'.repeat(1000), `a${'😀'.repeat(1000)}`])
      expect(queryOf(typed).isWellFormed()).toBe(true);
  });
});
