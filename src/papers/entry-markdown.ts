/**
 * An entry as a Markdown file for people and programs. It comes from the syntax tree, so that nothing in the
 * text becomes markup.
 */
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify as stringifyYaml } from 'yaml';

/** The escapes that keep MDX from running a text are Markdown's own: a Markdown parser reads them as text. */
const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMath);

const markdownWriter = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/** An entry's body as a syntax tree. */
export function parseEntry(body: string): Root {
  return parser.parse(body) as Root;
}

/** A Markdown file: `facts` as its front matter, `title` as its heading, then the body. */
export function renderEntryMarkdown(title: string, facts: object, body: string): string {
  const heading: Root = {
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }],
  };
  const head = `---\n${stringifyYaml(facts, { lineWidth: 0 })}---\n`;
  return [head, markdownWriter.stringify(heading), markdownWriter.stringify(parseEntry(body))]
    .filter((part) => part !== '')
    .join('\n');
}
