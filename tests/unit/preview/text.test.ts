import { describe, expect, test } from 'vitest';
import { drawableText } from '../../../src/preview/drawable.ts';
import { countLines, fitText, widthInEms } from '../../../src/preview/fit-text.ts';
import { setChinese } from '../../../src/preview/set-chinese.ts';

describe('drawableText', () => {
  const font = new Set([...'abcR 2é中文医疗〓'].map((character) => character.codePointAt(0)));
  const hasGlyph = (codePoint: number) => font.has(codePoint);

  test.each([
    ['中文 abc', '中文 abc', []],
    ['ab\t\n  c', 'ab c', []],
    // Compatible characters, and accents that were written apart.
    ['ℝ² e\u0301', 'R2 é', []],
    ['\u{1d41a}bc', 'abc', []],
    // Decoration goes, with all that belongs to it.
    ['🌟 abc 👩🏽‍⚕️ 🇨🇳', 'abc', []],
    ['a\u200bb\u0007c', 'abc', []],
    // A letter that is lost leaves a mark.
    ['医疗𠮷中𠮷', '医疗〓中〓', ['𠮷']],
    ['', '', []],
  ])('%j → %j', (text, expected, missing) => {
    expect(drawableText(text, hasGlyph)).toEqual({ text: expected, missing });
  });
});

describe('fitText', () => {
  const steps = [
    { size: 50, lines: 1 },
    { size: 40, lines: 2 },
    { size: 30, lines: 3 },
  ];

  test('takes the first step that holds the text, and the last for what none holds', () => {
    expect(fitText('中'.repeat(20), 1000, steps)).toBe(steps[0]);
    expect(fitText('中'.repeat(21), 1000, steps)).toBe(steps[1]);
    expect(fitText('中'.repeat(60), 1000, steps)).toBe(steps[2]);
    expect(fitText('中'.repeat(999), 1000, steps)).toBe(steps[2]);
    expect(() => fitText('', 1000, [])).toThrow(RangeError);
  });

  test('counts a Han character as an em, a Latin letter as about half, a joiner as nothing', () => {
    expect(widthInEms('推理')).toBe(2);
    expect(widthInEms('推\u2060理')).toBe(2);
    expect(widthInEms('reasoning')).toBeGreaterThan(3);
    expect(widthInEms('reasoning')).toBeLessThan(5.5);
    expect(countLines('推理', 10, 20)).toBe(1);
    expect(countLines('推理推', 10, 20)).toBe(2);
  });
});

test('setChinese keeps words whole and spaces the scripts, and changes no character', () => {
  const text = '用LoRA提升医学视觉语言模型，2025年';
  const set = setChinese(text);
  expect(set).toContain('医\u2060学');
  expect(set).toMatch(/用\u2009LoRA\u2009提\u2060升/);
  expect(set.replace(/[\u2060\u2009]/g, '')).toBe(text);
});
