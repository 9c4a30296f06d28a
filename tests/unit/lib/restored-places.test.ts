/** From a gap in a list to the character on the page: through the parser, MDX, and the site's own plugins. */
import { compile } from '@mdx-js/mdx';
import type { Root } from 'hast';
import matter from 'gray-matter';
import rehypeKatex from 'rehype-katex';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { describe, expect, test } from 'vitest';
import { recordRepair, toListRepair } from '../../../scripts/paper-repair.ts';
import { checkRestored, countedInPage } from '../../../src/lib/rehype-check-restored.ts';
import { rehypeFitPage } from '../../../src/lib/rehype-fit-page.ts';
import { rehypeLanguageSections } from '../../../src/lib/rehype-language-sections.ts';
import type { Gap } from '../../../src/mojibake/repaired-text.ts';
import { mergePapers } from '../../../src/papers/merge.ts';
import { parseList } from '../../../src/papers/parse-list.ts';
import type { RepairRecord } from '../../../src/papers/repair-record.ts';
import { renderMdx } from '../../../src/papers/render-mdx.ts';

/** A list of one paper, with a gap at each Chinese character of its text. */
function recordOf(notes: string, abstract = 'English.') {
  const text = [
    '# Paper List of Terms(X)',
    '- [25/06] **A**',
    '[[TLDR/Notes](#a-1)]',
    '# TLDR/Notes',
    '## a-1',
    '### Abstract',
    abstract,
    '### Notes',
    notes,
  ].join('\n');
  const gaps = text.split('\n').flatMap((line, index) =>
    [...line.matchAll(/\p{Script=Han}|”/gu)].map((match): Gap => ({
      line: index + 1,
      column: match.index + 1,
      received: 'x',
      candidates: [match[0], '丁', '丂'],
      chosen: match[0],
      source: 'decoder',
      margin: 1 / 3,
      confidence: 0.6,
      uncertain: true,
    })),
  );
  const { list } = parseList(text, 'list', 'list.md');
  const noGaps = { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 };
  const [merged] = mergePapers([list], [], () => noGaps).papers;
  if (!merged) throw new Error('no paper');
  const repair = toListRepair({ text, damage: null, gaps }, []);
  const record = recordRepair(repair, merged.shown.paper, merged.body);
  if (!record) throw new Error('no record');
  return { record, mdx: matter(renderMdx(merged.entry, merged.body)).content };
}

/** The page's tree, as astro.config.mjs has it made. */
async function pageOf(mdx: string): Promise<Root> {
  let page: Root | undefined;
  await compile(mdx, {
    remarkPlugins: [[remarkGfm, { singleTilde: false }], remarkCjkFriendly, remarkMath],
    rehypePlugins: [
      [rehypeKatex, { output: 'mathml' }],
      rehypeFitPage,
      rehypeLanguageSections,
      () => (tree: Root) => {
        page = structuredClone(tree);
      },
    ],
  });
  if (!page) throw new Error('no page');
  return page;
}

const places = ({ gaps }: RepairRecord) =>
  gaps.flatMap(({ at, chosen }) => (at === undefined ? [] : [{ at, chosen }]));

describe('each restored character is found on the page', () => {
  test.each<[string, string]>([
    ['paragraphs and headings', '### 🌟 论文解读 | “题目”\n\n#### 📌 背景\n甲乙丙，\n丁戊。'],
    ['strong text and punctuation', '**统一框架（GRASP）**把“视觉”和**语言**放在一起。'],
    ['lists in lists', '- 甲\n  - 乙：`代码`与 {丙}\n- <b>丁</b>'],
    ['tables', '| 方法 | 成功率 |\n| :-- | --: |\n| 甲 | 99% |'],
    ['code', '```python\n# 注释\n```\n之后'],
    [
      'links',
      '[链接](https://example.org/路径 "标题")之后[引用][甲]。\n\n[甲]: https://example.org/乙',
    ],
    ['formulas', '奖励 $r_t \\to \\alpha$ 与 $\\alpha = 1$ 之后，\n\n$$\n\\sum_i x_i\n$$\n\n结束'],
    ['footnotes', '正文[^1]之后。\n\n[^1]: 脚注在末尾。\n\n再后。'],
    ['references and line breaks', '甲&mdash;乙<br>丙&#x4e2d;丁'],
    ['white space of all kinds', '甲\u3000乙\u00A0丙\u2009丁\u200B戊'],
    ['emoji and letters beyond the basic plane', '🧑‍⚕️甲𠮷乙❤️丙'],
    ['import and export', 'import 甲\n\nexport 乙'],
  ])('%s', async (_, notes) => {
    const { record, mdx } = recordOf(notes);
    const page = await pageOf(mdx);
    checkRestored(page, record, 'a.mdx');
    const counted = countedInPage(page);
    const found = places(record);
    expect(found.map(({ at }) => counted[at])).toEqual(found.map(({ chosen }) => chosen));
    expect(found.length).toBeGreaterThan(1);
  });

  test('what the page does not show has no place, and shifts no other', async () => {
    const { record, mdx } = recordOf(
      '正文[^1]之后[文](https://example.org/路)终。\n\n[^1]: 脚注。',
    );
    const without = record.gaps.filter(({ at }) => at === undefined);
    expect(without.map(({ chosen }) => chosen).join('')).toBe('路脚注');
    checkRestored(await pageOf(mdx), record, 'a.mdx');
  });

  test('text before the abstract, which the entry shows after it', async () => {
    const { record, mdx } = recordOf('### 正文\n后', '前言 $x_α$ 甲');
    checkRestored(await pageOf(mdx), record, 'a.mdx');
    expect(places(record)).toHaveLength(6);
  });
});

test('a character that is not where the record says fails by name', async () => {
  const { record, mdx } = recordOf('甲乙丙');
  const page = await pageOf(mdx.replace('乙', '己'));
  expect(() => checkRestored(page, record, 'a.mdx')).toThrow(
    /^RESTORED_CHARACTER_MOVED: a\.mdx: .*乙.*己.*npm run generate/,
  );
  expect(() => checkRestored({ type: 'root', children: [] }, record, 'a.mdx')).toThrow(
    'no such character',
  );
});

test('the record tells what a reader needs', () => {
  const { record } = recordOf('#### 标题\n**甲**乙丙丁');
  expect(record.gaps[3]).toEqual({
    at: 3,
    received: 'x',
    chosen: '乙',
    rivals: '丁丂',
    source: 'decoder',
    margin: 0.33,
    uncertain: true,
    before: '甲',
    after: '丙丁',
  });
});
