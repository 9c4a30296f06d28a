import path from 'node:path';
import { Renderer, type MeasuredNode } from '@takumi-rs/core';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openFonts } from '../../../scripts/preview/fonts.ts';
import { openPainter } from '../../../scripts/preview/painter.ts';
import { readModules } from '../../../scripts/preview/read-modules.ts';
import { cardTree, previewSize, type PreviewCard } from '../../../src/preview/card.ts';
import { drawableText } from '../../../src/preview/drawable.ts';

const fonts = await openFonts();
const engine = new Renderer();
const tags = [{ name: 'Medical reasoning', nameZh: '医疗推理' }];
const site = { siteName: 'Paper Notes', siteNameZh: '论文笔记' };
const paper: PreviewCard = {
  ...site,
  month: { name: 'June 2025', nameZh: '2025年6月' },
  title: 'CAPO',
  titleZh: '强化医疗',
  tags,
};

async function painter() {
  const opened = await openPainter();
  if ('reason' in opened) throw new Error(opened.reason);
  return opened;
}

describe('the fonts', () => {
  test('have the characters of titles: simplified, traditional, Greek, mathematics', () => {
    const text = '强化学习推理的医疗，。：“”《》強化學習與醫療推理的視覺問答αβΩ∑∫≤∞→×éüЖあア';
    expect(drawableText(text, fonts.hasGlyph)).toEqual({ text, missing: [] });
  });

  test('have all but a few of the characters of GB 2312, and of Big5’s common ones', () => {
    const han = (encoding: string, first: number, last: number, firstTrail: number) => {
      const found = new Set<string>();
      for (let lead = first; lead <= last; lead += 1) {
        for (let trail = firstTrail; trail <= 0xfe; trail += 1) {
          const text = iconv.decode(Buffer.from([lead, trail]), encoding);
          if (/^\p{Script=Han}$/u.test(text)) found.add(text);
        }
      }
      return [...found];
    };
    const lacking = (characters: string[]) =>
      characters.filter((character) => !fonts.hasGlyph(character.codePointAt(0) ?? 0)).length;
    const simplified = han('gb2312', 0xb0, 0xf7, 0xa1);
    expect(simplified.length).toBeGreaterThan(6700);
    expect(lacking(simplified)).toBeLessThan(30);
    expect(lacking(han('big5', 0xa4, 0xc6, 0x40))).toBeLessThan(30);
  });

  test('are opened only where a text needs them', () => {
    expect(fonts.fontsFor('abc').map(({ name }) => name)).toContain('Source Serif');
    expect(fonts.fontsFor('abc').length).toBeLessThan(fonts.fontsFor('強化學習abc医疗α').length);
  });
});

test('the digest counts every module that decides the picture', async () => {
  const modules = await readModules(path.resolve('scripts/preview/painter.ts'));
  const names = [...modules.keys()].map((file) => path.relative('.', file));
  expect(names).toEqual(
    expect.arrayContaining([
      'scripts/preview/fonts.ts',
      'scripts/preview/painter.ts',
      'src/lib/title-parts.ts',
      'src/preview/card.ts',
      'src/preview/drawable.ts',
      'src/preview/fit-text.ts',
      'src/preview/set-title.ts',
    ]),
  );
  expect([...modules.values()]).not.toContain('');
});

describe('a painted card', () => {
  /** Fills the picture: what is drawn outside the margins, or between the title and what is below it. */
  async function inkOutside(card: PreviewCard): Promise<string[]> {
    const drawn = {
      ...card,
      title: drawableText(card.title, fonts.hasGlyph).text,
      titleZh: card.titleZh && drawableText(card.titleZh, fonts.hasGlyph).text,
    };
    const { width, height } = previewSize;
    const pixels = await engine.render(cardTree(drawn), {
      ...previewSize,
      format: 'raw',
      fonts: fonts.fontsFor(`${JSON.stringify(drawn)}…`),
    });
    expect(pixels).toHaveLength(width * height * 4);
    const places: string[] = [];
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const isMargin = x < 80 || x >= width - 80 || y < 64 || y >= height - 64;
        // The gaps above the titles and above the rule of the topics.
        const isGap = (y >= 119 && y < 125) || (y >= 484 && y < 490);
        const at = (y * width + x) * 4;
        const isPaper = pixels[at] === 0xfd && pixels[at + 1] === 0xfc && pixels[at + 2] === 0xf9;
        if ((isMargin || isGap) && !isPaper) places.push(`${x},${y}`);
      }
    }
    return places;
  }

  const long = 'Improving α-Divergence Reasoning, and 𝔸 Title of Three Hundred Characters; ';
  test.each<[string, Partial<PreviewCard>]>([
    ['short titles', {}],
    ['a title of 300 characters', { title: long.repeat(5).slice(0, 300) }],
    [
      'two long titles',
      { title: long.repeat(5).slice(0, 300), titleZh: '超长的中文标题，'.repeat(40) },
    ],
    ['a long Chinese title alone', { title: '医疗推理'.repeat(75), titleZh: undefined }],
    ['a title without a place to break', { title: 'W'.repeat(300), titleZh: '一'.repeat(300) }],
    ['full-width and wide capitals', { title: 'ＭＷ '.repeat(40), titleZh: 'MW@'.repeat(50) }],
    [
      'more tags than fit',
      { tags: Array.from({ length: 30 }, () => ({ name: 'Visual QA', nameZh: '视觉问答' })) },
    ],
    ['neither tags nor month', { tags: [], month: undefined }],
    [
      'long titles and no tags',
      { title: long.repeat(5), titleZh: '超长的中文标题，'.repeat(40), tags: [] },
    ],
  ])('keeps its margins with %s', async (_, change) => {
    expect((await inkOutside({ ...paper, ...change })).slice(0, 5)).toEqual([]);
  });

  /** The lines of the card's texts, without what only sets them. */
  async function linesOf(card: PreviewCard): Promise<string[]> {
    const measured = await engine.measure(cardTree(card), {
      ...previewSize,
      fonts: fonts.fontsFor(`${JSON.stringify(card)}…`),
    });
    const lines: string[] = [];
    const walk = ({ runs, children }: MeasuredNode) => {
      const byHeight = Map.groupBy(runs, ({ y, height }) => Math.round(y + height));
      for (const line of byHeight.values())
        lines.push(
          line
            .map(({ text }) => text.replace(/[\u2060\u200B\u2009]/g, ''))
            .join('')
            .trim(),
        );
      children.forEach(walk);
    };
    walk(measured);
    return lines;
  }

  test.each([
    [
      'GTR: Guided Thought Reinforcement Prevents Thought Collapse in RL-based VLM Agent',
      'RL-based',
    ],
    [
      'FuxiMT：打造以中文为核心的稀疏化大型语言模型助力多语言机器翻译，提升医疗推理：MedCCO',
      '稀疏化',
    ],
    [
      '小模型也能玩转数学推理？这里是rStar-Math靠“深度思考”挑战大模型的霸权地位，再论规模',
      'rStar-Math',
    ],
    ['面向医疗场景的强化学习框架，用课程感知强化学习提升医疗推理：MedCCO框架来袭', '医疗推理：'],
  ])('%s: no line breaks within %s, at any size', async (title, whole) => {
    // A growing beginning moves what is looked at through the ends of lines.
    for (let length = 0; length < 40; length += 3) {
      const lines = await linesOf({ ...paper, title: '前'.repeat(length) + title });
      expect(
        lines.filter((line) => line.includes(whole)),
        lines.join('|'),
      ).toHaveLength(1);
    }
  });

  test('is a PNG of the size that its meta tags give, and the same each time', async () => {
    const { paint } = await painter();
    const { png, missing } = await paint({ ...paper, title: 'The Character 𠮷' });
    expect(missing).toEqual(['𠮷']);
    const bytes = Buffer.from(png);
    expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(bytes.length).toBeLessThan(100_000);
    const again = await (await painter()).paint({ ...paper, title: 'The Character 𠮷' });
    expect(bytes.equals(again.png)).toBe(true);
  });

  test('shows each of its texts: another text is another picture, and another digest', async () => {
    const { paint, digest } = await painter();
    const cards: PreviewCard[] = [
      paper,
      { ...paper, title: 'CAPO 2' },
      { ...paper, titleZh: '强化推理' },
      { ...paper, month: { name: 'May 2025', nameZh: '2025年5月' } },
      { ...paper, tags: [{ name: 'Medical reasoning', nameZh: '医疗' }] },
      { ...paper, siteName: 'Papers' },
    ];
    const pictures = await Promise.all(cards.map(paint));
    expect(new Set(pictures.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(6);
    expect(new Set(cards.map(digest)).size).toBe(6);
    expect(digest({ ...paper })).toBe(digest(paper));
  });
});
