import { describe, expect, test } from 'vitest';
import { splitSection, unwrapFences } from '../../../src/papers/notes-section.ts';

describe('stray fences', () => {
  test.each<[string, string, string]>([
    ['around the notes', '```\n### 🌟 论文解读 | 甲\n乙\n```', '### 🌟 论文解读 | 甲\n乙'],
    ['a closing one alone', '### 标题\n乙\n```', '### 标题\n乙'],
    ['an opening one alone', '```markdown\n### 标题\n乙', '### 标题\n乙'],
    ['with a space behind', '```\n### 标题\n``` ', '### 标题'],
    [
      'around notes that hold code',
      '```\n### 标题\n```python\n# 注释\n```\n乙\n```',
      '### 标题\n```python\n# 注释\n```\n乙',
    ],
    ['code stays', '### 标题\n```\na = 1\n```\n乙', '### 标题\n```\na = 1\n```\n乙'],
    [
      'a comment in code is no heading',
      '```python\n# a comment\n```',
      '```python\n# a comment\n```',
    ],
  ])('%s', (_, source, expected) => {
    expect(unwrapFences(source.split('\n')).join('\n')).toBe(expected);
  });
});

describe('the parts of a section', () => {
  test('abstract, notes and Chinese title', () => {
    const lines = [
      '### Abstract',
      'One',
      'two.',
      '### 🌟 论文解读 | CAPO：标题',
      '',
      '### 📌 背景',
      '正文',
    ];
    expect(splitSection(lines)).toEqual({
      abstract: 'One\ntwo.',
      notes: '### 🌟 论文解读 | CAPO：标题\n\n### 📌 背景\n正文',
      titleZh: 'CAPO：标题',
      abstractAt: 0,
      notesAt: [3, 4, 5, 6],
    });
  });

  test('each line of the notes knows where it stood, whatever was taken out', () => {
    const lines = ['', '```', '前言', '### Abstract', 'One', '### 标题', '', '正文', '```', ''];
    const { notes, notesAt, abstractAt } = splitSection(lines);
    expect(notes.split('\n')).toEqual(notesAt.map((at) => lines[at]));
    expect(notesAt).toEqual([2, 5, 6, 7]);
    expect(abstractAt).toBe(3);
  });

  test('nothing is lost where there is no abstract, or text stands before it', () => {
    expect(splitSection(['正文'])).toEqual({ abstract: '', notes: '正文', notesAt: [0] });
    expect(splitSection(['前言', '### Abstract', 'One']).notes).toBe('前言');
  });

  test.each([
    ['"甲"', '甲'],
    ['“甲”', '甲'],
    ['《甲》', '甲'],
    ['“甲”与“乙”', '“甲”与“乙”'],
    ['《甲》：乙', '《甲》：乙'],
  ])('the title %s reads %s', (title, expected) => {
    expect(splitSection([`### 论文解读 | ${title}`]).titleZh).toBe(expected);
  });
});
