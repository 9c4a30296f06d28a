import { describe, expect, test } from 'vitest';
import { drawableText } from '../../../src/preview/drawable.ts';
import { countLines, fitTitles, widthInEms } from '../../../src/preview/fit-text.ts';
import { setTitle } from '../../../src/preview/set-title.ts';

describe('drawableText', () => {
  const font = new Set([...'abcR 2²é中文医疗□^_(),'].map((character) => character.codePointAt(0)));
  const hasGlyph = (codePoint: number) => font.has(codePoint);

  test.each([
    ['中文 abc', '中文 abc', []],
    ['ab\t\n  c', 'ab c', []],
    // Compatible characters, and accents that were written apart.
    ['ℝ e\u0301', 'R é', []],
    ['R², abcₐ, a²²ᵇ', 'R², abc_a, a^(22b)', []],
    ['\u{1d41a}bc', 'abc', []],
    // Decoration goes, with all that belongs to it.
    ['🌟 abc 👩🏽‍⚕️ 🇨🇳', 'abc', []],
    ['a\u200bb\u0007c', 'abc', []],
    // A letter that is lost leaves a mark.
    ['医疗𠮷中𠮷', '医疗□中□', ['𠮷']],
    ['', '', []],
  ])('%j → %j', (text, expected, missing) => {
    expect(drawableText(text, hasGlyph)).toEqual({ text: expected, missing });
  });
});

describe('fitTitles', () => {
  const room = { width: 1024, height: 284 };
  const leading = { title: 1.2, titleZh: 1.42, gap: 24 };
  const fit = (title: string, titleZh: string) => fitTitles({ title, titleZh }, room, leading);

  test('takes the largest sizes that hold both, the last for what none holds', () => {
    expect(fit('Short', '短')).toMatchObject({ title: { size: 76 }, titleZh: { size: 42 } });
    expect(fit('word '.repeat(12), '短')).toMatchObject({ title: { size: 64 } });
    expect(fit('word '.repeat(999), '长'.repeat(999))).toEqual({
      title: { size: 40, lines: 4 },
      titleZh: { size: 30, lines: 2 },
    });
  });

  test('a long Chinese title takes room from an English one', () => {
    const title = 'word '.repeat(20);
    expect(fit(title, '').title.size).toBeGreaterThan(fit(title, '长'.repeat(50)).title.size);
  });

  test('counts a Han character as an em, a Latin letter as about half, a joiner as nothing', () => {
    expect(widthInEms('推理')).toBe(2);
    expect(widthInEms('推\u2060理\u200B')).toBe(2);
    expect(widthInEms('reasoning')).toBeGreaterThan(3);
    expect(widthInEms('reasoning')).toBeLessThan(5.5);
    expect(countLines('推理', 10, 20)).toBe(1);
    expect(countLines('推理推', 10, 20)).toBe(2);
  });
});

describe('setTitle', () => {
  test('keeps words whole and spaces the scripts, and changes no character', () => {
    const text = '用LoRA提升医学视觉语言模型，2025年';
    const set = setTitle(text, 'zh-CN');
    expect(set).toContain('医\u2060学');
    expect(set).toMatch(/^用\u2060\u2009\u2060LoRA\u2009提\u2060升/);
    expect(set.replace(/[\u2060\u2009]/g, '')).toBe(text);
  });

  test('forbids a break behind a hyphen, allows one behind a plus, and parts no letters', () => {
    expect(setTitle('An RL-based Study', 'en')).toBe('An RL\u2060-\u2060based Study');
    expect(setTitle('Terms(Reward+RL)', 'en')).toBe(
      'Terms\u2060(\u200BReward\u2060+\u200BRL\u2060)',
    );
    expect(setTitle('Offline学习', 'zh-CN')).toMatch(/^Offline\u2009学/);
  });
});
