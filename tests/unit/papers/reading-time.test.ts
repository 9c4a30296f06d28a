import { expect, test } from 'vitest';
import { measureReading } from '../../../src/papers/reading-time.ts';

test.each([
  ['', { han: 0, words: 0, minutes: 0 }],
  ['强化学习RL，不只是GPT-4o的3.5倍。', { han: 9, words: 3, minutes: 1 }],
  ['word '.repeat(456), { han: 0, words: 456, minutes: 2 }],
  ['字'.repeat(510) + 'word '.repeat(228), { han: 510, words: 228, minutes: 3 }],
])('%#', (text, reading) => {
  expect(measureReading(text)).toEqual(reading);
});
