/**
 * An entry as a Markdown file for people and programs. It comes from the syntax tree, so that nothing in the
 * text becomes markup.
 */
import type { Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { stringify as stringifyYaml } from 'yaml';
import { parseMarkdown, remarkPlugins } from './markdown.ts';

const writer = unified()
  .use(remarkPlugins)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/** A Markdown file: `facts` as its front matter, `title` as its heading, then the body. */
export function renderEntryMarkdown(title: string, facts: object, body: string): string {
  const heading: Root = {
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }],
  };
  const head = `---\n${stringifyYaml(facts, { lineWidth: 0 })}---\n`;
  return [head, writer.stringify(heading), writer.stringify(parseMarkdown(body))]
    .filter((part) => part !== '')
    .join('\n');
}
