/**
 * An entry as a Markdown file for people and programs. It comes from the syntax tree, so that nothing in the
 * text becomes markup.
 */
import type { Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { stringify as stringifyYaml } from 'yaml';
import { parseMarkdown, remarkPlugins } from './markdown.ts';

const writer = unified()
  .use(remarkPlugins)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/**
 * A Markdown file: `facts` as its front matter, `title` as its heading, then the body. Its links to fragments are
 * those of the list, whose page is at the address `list`.
 */
export function renderEntryMarkdown(
  title: string,
  facts: object,
  body: string,
  list: string,
): string {
  const heading: Root = {
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: title }] }],
  };
  const tree = parseMarkdown(body);
  visit(tree, ['link', 'definition'], (node) => {
    if ('url' in node && node.url.startsWith('#')) node.url = list + node.url;
  });
  // Most readers of front matter still take an unquoted day for a point in time.
  const head = `---\n${stringifyYaml(facts, { lineWidth: 0, compat: 'yaml-1.1' })}---\n`;
  return [head, writer.stringify(heading), writer.stringify(tree)]
    .filter((part) => part !== '')
    .join('\n');
}
