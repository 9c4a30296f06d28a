import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { loadLanguageModel } from '../../../scripts/load-model.ts';
import { parseCorrections } from '../../../src/mojibake/corrections.ts';
import { damage } from '../../../src/mojibake/damage.ts';
import { placeRulings } from '../../../src/mojibake/place-rulings.ts';
import { repairText } from '../../../src/mojibake/repair.ts';
import type { Gap } from '../../../src/mojibake/repaired-text.ts';

const model = loadLanguageModel();

interface Entry {
  line?: number;
  paper?: string;
  received: string;
  restored: string;
  times?: number;
}

/** Repairs `received` under rulings, as a script would. */
function repairWith(received: string, entries: Entry[]) {
  const yaml = stringify(entries.map((entry) => ({ list: 'l', why: 'read in context', ...entry })));
  const { rulings, problems } = parseCorrections(yaml, 'corrections.yaml');
  expect(problems).toEqual([]);
  const findPaper = (slug: string) => (slug === 'two' ? { firstLine: 2, lastLine: 3 } : null);
  const { placed, problems: unplaced } = placeRulings(rulings, findPaper);
  const result = repairText(received, { model, rulings: placed });
  return { ...result, names: [...unplaced, ...result.problems].map(({ name }) => name) };
}

// What the decoder wouldn't choose by itself: it reads 与.
const intact = '推理不答案\n推理不答案\n推理不结果';
const received = damage(intact);
const not = { received: damage('理不答'), restored: '理不答' };

describe('obeyed', () => {
  test('on its line only', () => {
    const { text, names } = repairWith(received, [{ ...not, line: 2 }]);
    expect(names).toEqual([]);
    expect(text.split('\n')[1]).toBe('推理不答案');
    expect(text.split('\n')[0]).not.toBe('推理不答案');
  });

  test('in its paper, and everywhere with `times`', () => {
    expect(repairWith(received, [{ ...not, paper: 'two' }]).text.split('\n')[1]).toBe('推理不答案');
    const { text, names } = repairWith(received, [{ ...not, times: 2 }]);
    expect(names).toEqual([]);
    expect(text.split('\n').slice(0, 2)).toEqual(['推理不答案', '推理不答案']);
  });

  test('the gap says so and keeps its candidates', () => {
    const { gaps } = repairWith(received, [{ ...not, line: 1 }]);
    const gap = gaps.find(({ line, column }) => line === 1 && column === 3);
    expect(gap).toMatchObject({
      chosen: '不',
      source: 'correction',
      overruled: '与',
      margin: null,
      uncertain: false,
    });
    expect(gap?.candidates[0]).toBe('不');
    expect(gap?.candidates).toContain('与');
  });

  test('its rivals are in the order that the decoder had them in', () => {
    const place = { line: 1, column: 3 };
    const find = ({ gaps }: { gaps: readonly Gap[] }) =>
      gaps.find(({ line, column }) => line === place.line && column === place.column);
    const unruled = find(repairWith(received, []))?.candidates ?? [];
    expect(unruled[0]).not.toBe('不');
    expect(find(repairWith(received, [{ ...not, line: 1 }]))?.candidates).toEqual([
      '不',
      ...unruled.filter((candidate) => candidate !== '不'),
    ]);
  });

  test('the decoder works around it', () => {
    const text = damage('不学习');
    const ruled = repairWith(text, [{ received: damage('学'), restored: '卦' }]);
    expect(ruled.names).toEqual([]);
    expect(ruled.text[1]).toBe('卦');
  });

  test('against the detector, both ways', () => {
    const isDamage = repairWith('see é here', [{ received: 'é', restored: '遍' }]);
    expect(isDamage.text).toBe('see 遍 here');
    const isIntact = repairWith(`${damage('推理能力')} é ${damage('推理能力')}`, [
      { received: ' é ', restored: ' é ' },
    ]);
    expect(isIntact.text).toBe('推理能力 é 推理能力');
  });
});

describe('refused by name', () => {
  test.each<[string, Entry]>([
    ['CORRECTION_MATCHES_NOTHING', { ...not, line: 3 }],
    ['CORRECTION_MATCHES_NOTHING', { ...not, line: 99 }],
    ['CORRECTION_MATCHES_NOTHING', { ...not, paper: 'none' }],
    ['CORRECTION_MATCHES_NOTHING', { received: damage('火'), restored: '火' }],
    ['CORRECTION_AMBIGUOUS', not],
    ['CORRECTION_AMBIGUOUS', { ...not, times: 3 }],
    ['CORRECTION_RULES_NOTHING', { received: '推理', restored: '推理' }],
    ['CORRECTION_CONTRADICTS_BYTES', { received: damage('理与答'), restored: '理一答' }],
    ['CORRECTION_CONTRADICTS_BYTES', { received: damage('理与答'), restored: '理与' }],
    ['CORRECTION_CONTRADICTS_BYTES', { received: damage('理与'), restored: '理与答' }],
  ])('%s', (name, entry) => {
    expect(repairWith(received, [entry]).names).toEqual([name]);
  });

  test('a context that cuts through a character is none', () => {
    // What is left of 与 begins what 一 became.
    const text = damage('一二三四五六');
    expect(repairWith(text, [{ received: damage('与'), restored: '与' }]).names).toEqual([
      'CORRECTION_MATCHES_NOTHING',
    ]);
  });

  test('two rulings on one character', () => {
    const entries = [
      { ...not, line: 1 },
      { line: 1, received: damage('与'), restored: '中' },
    ];
    expect(repairWith(received, entries).names).toEqual(['CORRECTION_CONTRADICTS_CORRECTION']);
  });
});

describe('the file', () => {
  test.each([
    ['', []],
    ['# nothing yet\n', []],
    ['rulings: []\n', [[1, 1]]],
    ['- list: l\n  received: a\n  restored: a\n', [[1, 3]]],
    ['- list: l\n  line: 0\n  received: a\n  restored: a\n  why: w\n', [[2, 9]]],
    [
      '- list: ../l\n  received: a\n  restored: a\n  why: w\n  extra: 1\n',
      [
        [1, 9],
        [1, 3],
      ],
    ],
    ['- list: l\n  line: 1\n  paper: p\n  received: a\n  restored: a\n  why: w\n', [[3, 10]]],
    ['- list: "l\n', [[2, 1]]],
  ] as [string, [number, number][]][])('%j has problems at %j', (yaml, places) => {
    const { rulings, problems } = parseCorrections(yaml, 'corrections.yaml');
    expect(rulings).toEqual([]);
    expect(problems.map(({ line, column }) => [line, column])).toEqual(places);
    for (const { name, file } of problems) {
      expect([name, file]).toEqual(['CORRECTION_INVALID', 'corrections.yaml']);
    }
  });

  test('the same ruling twice is refused', () => {
    const ruling = { list: 'l', line: 3, received: 'ä¸', restored: '与', why: 'w' };
    const yaml = stringify([ruling, { ...ruling, line: 4 }, { ...ruling, restored: '中' }]);
    expect(parseCorrections(yaml, 'c.yaml').problems).toEqual([
      expect.objectContaining({ name: 'CORRECTION_TWICE', line: 11, column: 3 }),
    ]);
  });

  test('a message names the ruling and the key', () => {
    const yaml = stringify(['no ruling', { list: 'l', received: 'a', restored: 'a', why: '' }]);
    const [first = '', second = ''] = parseCorrections(yaml, 'c.yaml').problems.map(
      ({ what }) => what,
    );
    expect(first).toMatch(/^Ruling 1: \w/);
    expect(second).toMatch(/^Ruling 2: why: \w/);
  });

  test('one bad ruling leaves the others', () => {
    const yaml = stringify([
      { list: 'l', received: 'a' },
      { list: 'l', received: 'a', restored: 'a', why: 'w' },
    ]);
    const { rulings, problems } = parseCorrections(yaml, 'c.yaml');
    expect(rulings).toHaveLength(1);
    expect(rulings[0]?.place).toEqual({ file: 'c.yaml', line: 3, column: 3 });
    expect(problems).not.toEqual([]);
  });
});

test('a ruling adds no gap: whole characters of its context stay what they are', () => {
  const without = repairText(received, { model }).gaps.length;
  const { gaps } = repairWith(received, [{ ...not, line: 1 }]);
  expect(gaps).toHaveLength(without);
});
