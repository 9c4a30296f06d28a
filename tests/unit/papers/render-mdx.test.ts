import { compile, evaluate } from '@mdx-js/mdx';
import fc from 'fast-check';
import matter from 'gray-matter';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { bodyTree } from '../../../src/papers/notes-tree.ts';
import { renderMdx } from '../../../src/papers/render-mdx.ts';
import { paperSchema, type PaperEntry } from '../../../src/papers/schema.ts';

const entry: PaperEntry = {
  id: 'capo--x',
  title: 'CAPO: X',
  date: '2025-06',
  links: {},
  lists: [{ id: 'l', title: 'L', position: 1 }],
  terms: ['RL'],
  topics: [],
  repair: { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 },
};
const plugins = [[remarkGfm, { singleTilde: false }], remarkCjkFriendly, remarkMath] as const;
const reader = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(remarkMdx);

const body = (notes: string, abstract = '') => bodyTree({ abstract, notes });
const markdown = (notes: string, abstract = '') =>
  matter(renderMdx(entry, body(notes, abstract))).content.trim();
const flat = (tree: Root) => toString(tree).replace(/\s+/g, ' ').trim();

/** What runs when MDX evaluates a text: anything but elements and text is an attack that got through. */
function codeIn(source: string): string[] {
  const found: string[] = [];
  visit(reader.parse(source), (node) => {
    if (/^mdx|^html$/.test(node.type)) found.push(node.type);
  });
  return found;
}

describe('front matter', () => {
  test.each([
    'Plain',
    'With: colon, # hash and "quotes"',
    "It's {x} <b>bold</b>",
    '---\ninjected: true\n---',
    '中文标题：《甲》“乙”',
    '$\\texttt{SPECS}$ & 100%',
    '- [x] * & !tag |',
    'x'.repeat(300),
  ])('the title %j survives writing and reading', (title) => {
    const { data } = matter(renderMdx({ ...entry, title }, body('正文')));
    expect(paperSchema.parse(data)).toEqual({ ...entry, title });
  });

  test('an entry that does not fit the schema is not written', () => {
    expect(() => renderMdx({ ...entry, date: '2025-13' }, body('正文'))).toThrow(/month/);
    expect(() =>
      renderMdx({ ...entry, links: { code: 'javascript:alert(1)' } }, body('正文')),
    ).toThrow();
  });
});

describe('hostile text stays text', () => {
  test.each([
    'import x from "y"',
    'export const a = 1',
    '{process.exit()}',
    'a {b',
    'a <5 and b> c',
    '<https://host.org>',
    '<!-- hidden -->',
    '<script>alert(1)</script>',
    'x <br> y',
    '<Component prop={1} />',
    '<div>\n\nblock\n\n</div>',
    '- import x\n- {y}',
    '> {y} <z>',
    '`{code}` and `<b>`',
    '```js\nimport x from "y"; {z}\n```',
    '| {a} | <b> |\n| --- | --- |\n| \\| | import |',
    '[x](javascript:alert(1))',
    '![x](https://host.org/track.png)',
    '[x]: javascript:alert(1)\n\n[x]',
    '    import x from "y"',
    '$a_{1}$ and $5 {x} $6',
    '$$\n\\frac{a}{b}\n$$',
    'a\\\n{b}',
  ])('%j', async (notes) => {
    const source = markdown(notes);
    expect(codeIn(source)).toEqual([]);
    expect(source).not.toMatch(/\]\(\s*javascript:/i);
    await expect(compile(source, { remarkPlugins: plugins as never })).resolves.toBeTruthy();
  });

  test('abstracts too', () => {
    const source = markdown(
      '',
      'import {x} from <y>\n& *stars* _under_ `tick` [a](b) # no heading\n\n1. no list',
    );
    expect(codeIn(source)).toEqual([]);
    expect(flat(reader.parse(source) as Root)).toBe(
      'Abstractimport {x} from <y> & *stars* _under_ `tick` [a](b) # no heading1. no list',
    );
  });

  test('any text compiles to MDX that says the same', async () => {
    const piece = fc.constantFrom(
      ...[
        '中文',
        '，',
        '**',
        '*',
        '_',
        '`',
        '{',
        '}',
        '<',
        '>',
        '</',
        'a',
        ' ',
        '\n',
        '\n\n',
        '#',
        '- ',
        '1. ',
        '|',
        '$',
        '\\',
        '~',
        'import ',
        'export ',
        '[',
        '](',
        ')',
        '!',
        '&amp;',
        '💡',
        '://',
        'http',
        '```',
        '    ',
        '创新点1：',
        '<!--',
        '-->',
      ],
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (notes, abstract) => {
        const tree = body(notes, abstract);
        const source = markdown(notes, abstract);
        expect(codeIn(source)).toEqual([]);
        await compile(source, { remarkPlugins: plugins as never });
        expect(flat(reader.parse(source) as Root)).toBe(flat(tree));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the notes', () => {
  test('headings: the Chinese title at 2, its parts at 3, innovation lead-ins at 4', () => {
    const source =
      '### 🌟 论文解读 | 甲\n\n### 🚀 核心方法\n💡 创新点1：乙  \n正文一\n💡 创新点2：丙\n正文二';
    expect(markdown(source)).toBe(
      '## 🌟 论文解读 | 甲\n\n### 🚀 核心方法\n\n#### 💡 创新点1：乙\n\n正文一\n\n#### 💡 创新点2：丙\n\n正文二',
    );
  });

  test('without a Chinese title the parts are at 2', () => {
    expect(markdown('### 🚀 核心方法\n正文\n#### 细节')).toBe('## 🚀 核心方法\n\n正文\n\n### 细节');
  });

  test('line breaks: none between Chinese characters, a space beside Latin', () => {
    expect(markdown('第一行\n第二行\nLatin\n第三行，\nMore')).toBe(
      '第一行第二行 Latin 第三行， More',
    );
  });

  test('bold that ends in a Chinese bracket is bold', async () => {
    const source = markdown('**中文（说明）**后面');
    const { default: Content } = await evaluate(source, {
      remarkPlugins: plugins as never,
      Fragment: 'fragment',
      jsx: (type: string, props: { children?: unknown }) => [type, props.children],
      jsxs: (type: string, props: { children?: unknown }) => [type, props.children],
    } as never);
    expect(JSON.stringify(Content({}))).toContain('["strong","中文（说明）"]');
  });

  test('an asterisk that belongs to a name is kept', () => {
    expect(flat(reader.parse(markdown('MCTS*框架与MCTS*搜索')) as Root)).toBe(
      'MCTS*框架与MCTS*搜索',
    );
  });

  test('a raw break is a break, other HTML is shown', () => {
    expect(markdown('甲<br>乙<b>丙')).toBe('甲\\\n乙\\<b>丙');
  });
});

describe('abstracts', () => {
  test.each([
    ['\\textbf{RARL}, that', '**RARL**, that'],
    ['\\textit{Offline\nGuarded}', '*Offline\nGuarded*'],
    ['by +11.4\\% overall', 'by +11.4% overall'],
    ['($\\mathsf{OGSRL}$), a', '($\\mathsf{OGSRL}$), a'],
    ['costs $5 and $6', 'costs \\$5 and \\$6'],
    ['at \\url{https://host.org/a_b}.', 'at [https://host.org/a_b](https://host.org/a_b).'],
    ['at https://host.org/a.', 'at [https://host.org/a](https://host.org/a).'],
    ['\\unknown{x} stays', '\\unknown\\{x} stays'],
    ['Smith~et~al.', 'Smith\u00A0et\u00A0al.'],
    ['5~10', '5\\~10'],
  ])('%j reads %j', (latex, expected) => {
    expect(markdown('', latex)).toBe(`## Abstract\n\n${expected}`);
  });
});

test.each([
  ['机器人\n抓取', '机器人抓取'],
  ['**粗体**\n之后，**又**\n粗', '**粗体**之后，**又**粗'],
  ['GRPO\n奖励', 'GRPO 奖励'],
  ['one\ntwo', 'one two'],
])('joins lines: %j', (source, joined) => {
  expect(markdown(`💡 创新点1：题\n\n${source}`)).toContain(joined);
});
