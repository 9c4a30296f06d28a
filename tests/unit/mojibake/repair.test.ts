import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadBaselineModel, loadLanguageModel } from '../../../scripts/load-model.ts';
import { damage } from '../../../src/mojibake/damage.ts';
import { DEFAULT_DAMAGE } from '../../../src/mojibake/known-damages.ts';
import { checkLaw, RepairLawError } from '../../../src/mojibake/law.ts';
import { repairText } from '../../../src/mojibake/repair.ts';

const model = loadLanguageModel();
const repair = (text: string) => repairText(text, { model });

const between = (first: number, last: number) =>
  fc.integer({ min: first, max: last }).map((codePoint) => String.fromCodePoint(codePoint));
const chinese = between(0x4e00, 0x9fa5);
const punctuation = fc.constantFrom(...'，。、；：“”（）！？《》—…');
const emoji = fc.oneof(
  between(0x1f300, 0x1f5ff),
  between(0x1f600, 0x1f64f),
  fc.constant('\u2764\uFE0F'),
);
const latin = fc.constantFrom(...'abcXYZ 019.,-$\\{}\t');
const signs = fc.constantFrom(...' 019.,-$\\{}\t');
/** Accented letters as text has them: in words. */
const accented = fc
  .constantFrom(
    ...['café', 'è', 'über', 'Straße', 'año', 'ça', 'Ångström', 'øl', 'dağ', 'şey', 'İzmir'],
  )
  .map((word) => ` ${word} `);
const separators = fc.constantFrom('\n数据', '\r\n数据', '\n\n数据');

const chineseText = fc
  .array(fc.oneof({ weight: 6, arbitrary: chinese }, punctuation, emoji, signs, separators), {
    minLength: 1,
    maxLength: 60,
  })
  .map((chars) => chars.join(''));

test('the law: damaged Chinese text with Latin and emoji comes back as text that damages to the same', () => {
  fc.assert(
    fc.property(chineseText, (others) => {
      // 灭 becomes ç. Alone, or in a Latin word, nobody can tell it from a ç: give each line some context.
      const intact = `我们提出一种新的方法\n数据${others}`;
      const received = damage(intact);
      const { text, gaps } = repair(received);
      expect(text).not.toContain('\uFFFD');
      expect(text.split(/\r\n|\n/).length).toBe(intact.split(/\r\n|\n/).length);
      // Gaps stand where they say, in order.
      const lines = text.split(/\r\n|\r|\n/);
      let last = 0;
      for (const gap of gaps) {
        expect(lines[gap.line - 1]?.startsWith(gap.chosen, gap.column - 1)).toBe(true);
        expect(gap.candidates[0]).toBe(gap.chosen);
        const position = gap.line * 1e6 + gap.column;
        expect(position).toBeGreaterThan(last);
        last = position;
      }
      expect(damage(text)).toBe(received);
    }),
    { numRuns: 300 },
  );
});

test('running Chinese is recognised as damage from end to end, whatever stands in it', () => {
  // A character that lost its whole tail is a bare letter, and beside Latin may well be one: a known failure.
  // So may é and a dash.
  const withTail = chinese.filter((char) => !/^.$|^\u00E9[\u2013-\u2026]$/.test(damage(char)));
  const sentence = fc
    .tuple(
      fc.array(withTail, { minLength: 8, maxLength: 30 }),
      fc.array(fc.oneof(latin, emoji, punctuation), { maxLength: 8 }),
    )
    .map(([han, others]) => han.map((char, index) => char + (others[index] ?? '')).join(''));
  fc.assert(
    fc.property(sentence, (intact) => {
      const received = damage(intact);
      const { text, damage: found } = repair(received);
      expect(found).toEqual({ encoding: 'windows1254', times: 1 });
      expect([...text].length).toBe([...intact].length);
      expect(damage(text)).toBe(received);
    }),
    { numRuns: 300 },
  );
});

test('intact Chinese with emoji and accented letters comes out as it is', () => {
  const intactText = fc
    .array(
      fc.oneof({ weight: 4, arbitrary: chinese }, punctuation, emoji, latin, accented, separators),
      { maxLength: 60 },
    )
    .map((chars) => chars.join(''));
  fc.assert(
    fc.property(intactText, (text) => {
      expect(repair(text)).toMatchObject({ text, damage: null, gaps: [] });
    }),
    { numRuns: 300 },
  );
});

test('any string at all: no crash, no line lost, no replacement character that was not there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const repaired = repair(text).text;
      expect(repaired.split('\n').length).toBe(text.split('\n').length);
      expect(repaired.includes('\uFFFD')).toBe(text.includes('\uFFFD'));
    }),
    { numRuns: 500 },
  );
});

test('lone surrogates stay', () => {
  const text = 'a\uD83Db\uDC00c';
  expect(repair(text)).toMatchObject({ text, damage: null });
  expect(repair(`${text}${damage('提升推理能力')}`).text).toBe(`${text}提升推理能力`);
});

test('line endings and an unterminated last line stay', () => {
  const received = `${damage('提升')}\r\n\r${damage('推理')}\n${damage('数据')}`;
  expect(repair(received).text).toBe('提升\r\n\r推理\n数据');
});

test('a gap tells where it stands, what it was and what else it could have been', () => {
  const { gaps } = repair(`x\n${damage('🌟 新数据集的')}`);
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({
    line: 2,
    column: 6,
    received: damage('据'),
    chosen: '据',
    source: 'decoder',
    uncertain: false,
  });
  expect(gaps[0]?.candidates.length).toBeGreaterThan(8);
});

test('one candidate is exact, and no choice', () => {
  // Hebrew resh with dagesh: EF AD 88 less AD, and no other character leaves EF 88.
  const { text, gaps } = repair(damage('新的方法，\uFB48新的方法'));
  expect(text).toBe('新的方法，\uFB48新的方法');
  expect(gaps).toHaveLength(1);
  expect(gaps[0]).toMatchObject({
    column: 6,
    candidates: ['\uFB48'],
    source: 'exact',
    margin: Infinity,
    uncertain: false,
  });
});

test('a line of 100,000 characters, eight in nine of them damaged, is repaired to its end', () => {
  const received = damage('不中与提推理学数据'.repeat(11_000));
  // The way there is the same with any model; this one is quick.
  const { text, gaps } = repairText(received, { model: loadBaselineModel() });
  expect([...text].length).toBe(99_000);
  expect(damage(text) === received).toBe(true);
  // Only 数 lost nothing.
  expect(gaps.length).toBe(88_000);
});

test('the law is checked, and its error says where', () => {
  const span = { received: damage('中'), repaired: '不', isDamage: true };
  expect(() => checkLaw(3, damage('中'), [span], DEFAULT_DAMAGE)).not.toThrow();
  const wrong = { ...span, repaired: '一' };
  expect(() => checkLaw(3, damage('中'), [wrong], DEFAULT_DAMAGE)).toThrow(RepairLawError);
  const touched = { received: 'a', repaired: 'b', isDamage: false };
  expect(() => checkLaw(3, 'a', [touched], DEFAULT_DAMAGE)).toThrow(/Line 3/);
});
