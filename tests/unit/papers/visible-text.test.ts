import { expect, test } from 'vitest';
import { withoutInvisible } from '../../../src/papers/visible-text.ts';

test.each([
  ['a right-to-left override', 'a\u202Eb\u202Cc', 'abc'],
  ['isolates and marks', '\u2066a\u2069\u200E\u200Fb\u061C', 'ab'],
  [
    'zero-width spaces, joiners and a byte order mark',
    'a\u200Bb\u200Cc\u200Dd\u2060e\uFEFF',
    'abcde',
  ],
  ['a soft hyphen', 'Rein\u00ADforcement', 'Reinforcement'],
  [
    'a joiner within an emoji stays',
    '👩\u200D🔬 👩🏽\u200D🚀 ❤\uFE0F\u200D🔥',
    '👩\u200D🔬 👩🏽\u200D🚀 ❤\uFE0F\u200D🔥',
  ],
  ['one in a script that needs it stays', 'می\u200Cخواهم', 'می\u200Cخواهم'],
  ['what is seen stays', '中文 é — “q” \u3000', '中文 é — “q” \u3000'],
])('%s', (_what, text, expected) => {
  expect(withoutInvisible(text)).toBe(expected);
});
