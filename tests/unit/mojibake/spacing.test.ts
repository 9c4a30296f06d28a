import { describe, expect, test } from 'vitest';
import { loadLanguageModel } from '../../../scripts/load-model.ts';
import { damage } from '../../../src/mojibake/damage.ts';
import { describeDamage, knownDamages } from '../../../src/mojibake/known-damages.ts';
import { repairText } from '../../../src/mojibake/repair.ts';
import { spaceLogOdds } from '../../../src/mojibake/spacing.ts';

const model = loadLanguageModel();

/** Characters whose last byte, A0 or a lost one, a plain space could stand for, with and without a space after. */
const lines = [
  '这套系统靠大量样本训练，增加了数据。',
  '我们研究经典与量子 - 经典混合的算法，提升推理能力。',
  '第二种方法使用图像编码器与解码器的架构  ',
  '在实验中，验证的方法随 beam 的宽度变化。',
  '- 🌟 学生模型参与训练，效果 (见表) 更好。',
];
const plain = knownDamages.filter(
  ({ encoding, variant = [] }) =>
    encoding !== 'latin1' && variant.some((one) => one.startsWith('spaces-plain')),
);

describe('spaces stay where they were, none is lost or added', () => {
  test.each(plain.map((by) => [describeDamage(by), by] as const))('%s', (_name, by) => {
    const received = lines.map((line) => damage(line, by)).join('\n');
    const repaired = repairText(received, { model, damage: by }).text.split('\n');
    const places = (text: string) => [...text].map((char) => (char === ' ' ? ' ' : '.')).join('');
    expect(repaired.map(places)).toEqual(lines.map(places));
  });
});

test('a space is likelier before a word than in Chinese, and a hyphen has one on both sides or none', () => {
  const odds = (...after: string[]) =>
    spaceLogOdds('\u5B50 ', [['\u5B50 ', '\u53E0'], ...after.map((char) => [char])], 0);
  expect(odds('B')).toBeGreaterThan(odds('\u5927'));
  expect(odds('-', ' ')).toBeGreaterThan(0);
  expect(odds('-', 'x')).toBeLessThan(0);
  expect(odds(' ')).toBeGreaterThan(odds(' ', 'x'));
  expect(odds(')')).toBeLessThan(odds('('));
  expect(spaceLogOdds('\u53E0', [['\u53E0']], 0)).toBe(0);
});
