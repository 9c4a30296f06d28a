import { expect, test } from 'vitest';
import { nestHeadings } from '../../../src/lib/contents.ts';

const heading = (depth: number, text: string) => ({ depth, slug: text, text });

test('nests headings beneath the nearest shallower one', () => {
  const [abstract, notes, ...rest] = nestHeadings([
    heading(2, 'Abstract'),
    heading(2, '笔记'),
    heading(3, '背景'),
    heading(3, '方法'),
  ]);
  expect(rest).toEqual([]);
  expect(abstract?.children).toEqual([]);
  expect(notes?.children.map(({ text }) => text)).toEqual(['背景', '方法']);
});

test('the heading that carries the Chinese title goes without it, and no other is cut', () => {
  const texts = ['🌟 论文解读 | CAPO：强化 | 一致', '论文解读｜标题', '方法 | 数据', '论文解读'];
  const items = nestHeadings(texts.map((text) => heading(2, text)));
  expect(items.map(({ text }) => text)).toEqual([
    '🌟 论文解读',
    '论文解读',
    '方法 | 数据',
    '论文解读',
  ]);
  expect(items[0]?.slug).toBe(texts[0]);
});
