import { describe, expect, test } from 'vitest';
import { loadLanguageModel } from '../../../scripts/load-model.ts';
import { damage } from '../../../src/mojibake/damage.ts';
import { DEFAULT_DAMAGE } from '../../../src/mojibake/known-damages.ts';
import { repairText } from '../../../src/mojibake/repair.ts';
import type { Damage } from '../../../src/mojibake/repaired-text.ts';
import inTheWild from '../../cases/in-the-wild.json' with { type: 'json' };
import knownFailures from '../../cases/known-failures.json' with { type: 'json' };
import mixed from '../../cases/mixed.json' with { type: 'json' };
import negative from '../../cases/negative.json' with { type: 'json' };
import synthetic from '../../cases/synthetic.json' with { type: 'json' };
import unrepairable from '../../cases/unrepairable.json' with { type: 'json' };

const model = loadLanguageModel();
/** The damage of a case: its own, or that of our lists. */
const damageOf = (it: object) => ('damage' in it ? (it.damage as Damage) : DEFAULT_DAMAGE);
const repair = (text: string) => repairText(text, { model });

describe('in the wild', () => {
  test.each(inTheWild)('$label', ({ received, restored }) => {
    expect(repair(received).text).toBe(restored);
  });
});

describe('synthetic', () => {
  test.each(synthetic)('$label', ({ text, ...rest }) => {
    const received = damage(text, damageOf(rest));
    expect(received).not.toBe(text);
    expect(repair(received)).toMatchObject({ text, warnings: [] });
  });
});

describe('negative: intact text stays', () => {
  // The same on its own and inside a text that is damaged elsewhere.
  const damagedLine = damage('我们提出一种新的方法，用于提升模型的推理能力。');
  test.each(negative)('$label', ({ text }) => {
    expect(repair(text)).toEqual({ text, damage: null, gaps: [], problems: [], warnings: [] });
    const [first, ...lines] = repair(`${damagedLine}\n${text}`).text.split('\n');
    expect(first).toBe('我们提出一种新的方法，用于提升模型的推理能力。');
    expect(lines.join('\n')).toBe(text);
  });
});

describe('mixed: of the parts, the first and then every other one is damaged', () => {
  test.each(mixed)('$label', ({ parts }) => {
    const received = parts.map((part, at) => (at % 2 === 0 ? damage(part) : part)).join('');
    expect(repair(received)).toMatchObject({ text: parts.join(''), warnings: [] });
  });
});

describe('unrepairable: left alone, and reported by name', () => {
  test.each(unrepairable)('$label', ({ text, says, line }) => {
    const { text: repaired, damage: found, warnings } = repair(text);
    expect([repaired, found]).toEqual([text, null]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatchObject({ name: 'DAMAGE_UNKNOWN', line });
    expect(warnings[0]?.what).toContain(says);
  });
});

describe('known failures must fail', () => {
  test.each(knownFailures)('$label', ({ text, ...rest }) => {
    expect(repair(damage(text, damageOf(rest))).text).not.toBe(text);
  });
});

test('intact and damaged text on one line', () => {
  const line = `中文与“引号”、café；${damage('提升推理能力')} and ${damage('数据集')} — 完`;
  expect(repair(line).text).toBe('中文与“引号”、café；提升推理能力 and 数据集 — 完');
});
