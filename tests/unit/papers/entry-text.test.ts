import { describe, expect, test } from 'vitest';
import { cutText, firstSentence, readEntryText } from '../../../src/papers/entry-text.ts';

describe('readEntryText', () => {
  test('parts abstract and notes, joins lines, and leaves marks and escapes out', () => {
    const body = [
      '## Abstract',
      '',
      'We gain **11.4\\%** on \\{A\\}',
      'with $\\mathsf{RL}$.',
      '',
      '## 🌟 论文解读 | 题',
      '',
      '第一段有`代码`。',
      '',
      '* 项一',
      '* 项二',
      '',
      '### $\\pi_0$ 与 **粗**',
    ].join('\n');
    const { abstract, notes, headings } = readEntryText(body);
    expect(abstract).toMatch(/^We gain 11\.4\\?% on \{A\} with .*\.$/);
    expect(notes.split('\n')).toEqual([
      '🌟 论文解读 | 题',
      '第一段有代码。',
      '项一 项二',
      'π₀ 与 粗',
    ]);
    expect(headings).toEqual(['Abstract', '🌟 论文解读 | 题', 'π₀ 与 粗']);
  });

  test('an entry without an abstract, or with nothing', () => {
    expect(readEntryText('## 笔记\n\n文')).toEqual({
      abstract: '',
      notes: '笔记\n文',
      headings: ['笔记'],
    });
    expect(readEntryText('')).toEqual({ abstract: '', notes: '', headings: [] });
  });
});

test.each([
  ['One. Two.', 'One.'],
  ['Models (e.g. GPT) fail. They do.', 'Models (e.g. GPT) fail.'],
  ['By J. Smith et al. In short. Yes.', 'By J. Smith et al. In short.'],
  ['Is it? We ask.', 'Is it?'],
  ['A gain of 3.5 points is seen.', 'A gain of 3.5 points is seen.'],
  ['', ''],
])('the first sentence of %j', (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});

test('a text is cut between words, within its length', () => {
  expect(cutText('one two three', 100)).toBe('one two three');
  expect(cutText('one two three', 9)).toBe('one two…');
});
