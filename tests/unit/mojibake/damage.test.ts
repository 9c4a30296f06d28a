import { expect, test } from 'vitest';
import { damageTable } from '../../../src/mojibake/damage-table.ts';
import { damage } from '../../../src/mojibake/damage.ts';

test.each([
  ['\u4E0D', '\u00E4\u00B8', '不, E4 B8 8D: 8D is undefined'],
  ['\u4E2D', '\u00E4\u00B8', '中, E4 B8 AD: AD is a soft hyphen'],
  ['\u4E00', '\u00E4\u00B8\u20AC', '一, E4 B8 80: 80 is the euro sign'],
  ['\u904D', '\u00E9', '遍, E9 81 8D: the whole tail is lost'],
  ['\u00E0', '\u00C3\u00A0', 'à, C3 A0: A0 survives as a no-break space'],
  ['\u00AD', '\u00C2', 'a soft hyphen of the text itself'],
  ['\u{1F31F}', '\u011F\u0178\u0152\u0178', 'an emoji: F0 is ğ'],
  ['\uD83D', '\uD83D', 'a lone surrogate has no bytes'],
  ['plain\r\n\0', 'plain\r\n\0', 'ASCII'],
])('windows-1254 makes %j into %j (%s)', (intact, damaged) => {
  expect(damage(intact)).toBe(damaged);
});

test('each page loses the bytes it leaves undefined, C1 controls and the soft hyphen', () => {
  expect(damageTable({ encoding: 'windows1254', times: 1 }).lost).toEqual([
    0x81, 0x8d, 0x8e, 0x8f, 0x90, 0x9d, 0x9e, 0xad,
  ]);
  expect(damageTable({ encoding: 'windows1252', times: 1 }).lost).toEqual([
    0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xad,
  ]);
  expect(damageTable({ encoding: 'latin1', times: 1 }).lost).toEqual([
    ...Array.from({ length: 32 }, (_, i) => 0x80 + i),
    0xad,
  ]);
});
