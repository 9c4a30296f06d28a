import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBaselineModel, loadLanguageModel } from '../../../scripts/load-model.ts';
import { damage } from '../../../src/mojibake/damage.ts';
import { describeDamage, knownDamages } from '../../../src/mojibake/known-damages.ts';
import { repairText } from '../../../src/mojibake/repair.ts';
import type { Damage } from '../../../src/mojibake/repaired-text.ts';

const model = loadLanguageModel();
/** The law doesn't depend on the model. */
const baseline = loadBaselineModel();
const all = knownDamages.map((by) => [describeDamage(by), by] as const);
const isLossless = ({ variant = [] }: Damage) =>
  variant.includes('controls-kept') &&
  variant.includes('soft-hyphens-kept') &&
  !variant.some((one) => one.startsWith('spaces-plain'));

/** Long enough to hold every kind of byte: A0 in 标, 样 and 加, AD in 中, all that some page leaves undefined. */
const note = `## 📖 论文解读 | 面向大语言模型的强化学习
🌟 在中文与英文上，我们提出一种新的方法，用于提升模型的推理能力（reasoning）。
所谓“奖励”，就是标准、样本与反馈的结合：不仅增加数据，还避免了过度拟合；效果更加稳定！
📌 背景痛点/本文动机：现有的算法在训练过程中不够稳定，格式、根据与核心需求都不明确。
💡 创新点1：将学生的答案与教师的答案比较，校正研究中的误差，究竟哪种更好？
Le modèle « Fréchet » — naïve Bayes, größer, 5 €.`;

test('every damage has a name of its own', () => {
  expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(70);
});

describe('a note is told from all others', () => {
  test.each(all)('%s', (_name, by) => {
    const received = damage(note, by);
    const repaired = repairText(received, { model: baseline });
    expect(repaired.damage).toEqual(by);
    expect(damage(repaired.text, by)).toBe(received);
    expect(repaired.warnings).toEqual([]);
    if (isLossless(by)) expect(repaired).toMatchObject({ text: note, gaps: [] });
  });
});

describe('the law, over random Chinese, Latin and emoji', () => {
  const between = (first: number, last: number) =>
    fc.integer({ min: first, max: last }).map((codePoint) => String.fromCodePoint(codePoint));
  const text = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: between(0x4e00, 0x9fa5) },
        fc.constantFrom(...'，。、；：“”（）！？《》—…'),
        between(0x1f300, 0x1f5ff),
        fc.constantFrom(...'abcXYZ 019.,-$\\{}\t', ' café ', ' größer ', ' dağ ', '\n数据'),
      ),
      { maxLength: 60 },
    )
    .map((chars) => `${note}\n${chars.join('')}`);

  test('what comes back damages to what was received, with the damage that was found', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...knownDamages), (intact, by) => {
        const received = damage(intact, by);
        const { text: repaired, damage: found, gaps } = repairText(received, { model: baseline });
        expect(found).toEqual(by);
        expect(repaired.split('\n').length).toBe(intact.split('\n').length);
        const lines = repaired.split('\n');
        for (const gap of gaps) {
          expect(lines[gap.line - 1]?.startsWith(gap.chosen, gap.column - 1)).toBe(true);
          for (const candidate of gap.candidates) expect(damage(candidate, by)).toBe(gap.received);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('intact text stays, whatever else is damaged', () => {
    fc.assert(
      fc.property(text, (intact) => {
        expect(repairText(intact, { model: baseline })).toMatchObject({
          text: intact,
          damage: null,
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('bad input', () => {
  const line = (count: number, by?: Damage) => damage('我们提升模型的推理能力，'.repeat(count), by);

  test('NUL bytes, lone surrogates and the empty text', () => {
    expect(repairText('', { model }).text).toBe('');
    const text = `a\0b\uD83D c\uDC00`;
    expect(repairText(text, { model })).toMatchObject({ text, damage: null });
    const mixed = `${line(2)}\0\uD83D${line(2)}`;
    const repaired = repairText(mixed, { model }).text;
    expect(repaired).toBe(
      '我们提升模型的推理能力，我们提升模型的推理能力，\0\uD83D我们提升模型的推理能力，我们提升模型的推理能力，',
    );
  });

  test('a line of a million characters, repaired piece by piece, has no seam', () => {
    const by: Damage = {
      encoding: 'windows1252',
      times: 1,
      variant: ['controls-kept', 'soft-hyphens-kept'],
    };
    const { text, gaps } = repairText(line(90_000, by), { model: baseline });
    expect(text === '我们提升模型的推理能力，'.repeat(90_000)).toBe(true);
    expect(gaps).toEqual([]);
  });
});
