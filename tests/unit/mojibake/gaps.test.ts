import { expect, test } from 'vitest';
import { damageTable } from '../../../src/mojibake/damage-table.ts';
import { damageChar } from '../../../src/mojibake/damage.ts';
import { findCandidates } from '../../../src/mojibake/gaps.ts';
import { DEFAULT_DAMAGE } from '../../../src/mojibake/known-damages.ts';
import { encodeCodePoint } from '../../../src/mojibake/utf8.ts';

const page = damageTable(DEFAULT_DAMAGE);
const bytesOf = (received: string) => Array.from(received, (char) => [page.formOf.indexOf(char)]);

test('every damaged character is among the candidates of what is left of it, and all of them fit', () => {
  const blocks = [
    [0xa0, 0x250],
    [0x2000, 0x2c00],
    [0x3000, 0xa000],
    [0xfe00, 0x10000],
    [0x1f300, 0x1fb00],
  ] as const;
  const seen = new Set<string>();
  let damaged = 0;
  for (const [first, end] of blocks) {
    for (let codePoint = first; codePoint < end; codePoint++) {
      const char = String.fromCodePoint(codePoint);
      const received = damageChar(char, page);
      if (received.length === encodeCodePoint(codePoint).length) continue;
      if (/[\p{Cn}\p{Cc}\p{Co}\uFFFD]/u.test(char)) continue;
      damaged++;
      const candidates = findCandidates(bytesOf(received), page);
      if (!candidates.includes(char))
        expect.fail(`${char} is missing among ${candidates.join('')}`);
      if (seen.has(received)) continue;
      seen.add(received);
      const unfit = candidates.filter((one) => damageChar(one, page) !== received);
      expect(unfit).toEqual([]);
    }
  }
  expect(damaged).toBeGreaterThan(5000);
});

test('Chinese comes first, and nothing unassigned, private or replaced comes at all', () => {
  const candidates = findCandidates([[0xe4], [0xb8]], page);
  expect(candidates.slice(0, 8).sort()).toEqual([...'不与中丁丝丐丞丏'].sort());
  expect(findCandidates([[0xef], [0xbf]], page)).not.toContain('\uFFFD');
  expect(findCandidates([[0xee]], page)).toEqual([]);
});
