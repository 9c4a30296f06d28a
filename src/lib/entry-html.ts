/** An entry's body as HTML for feed readers: no classes, no scripts, addresses in full. */
import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parseEntry } from '../papers/entry-markdown.ts';
import { latexToText } from '../papers/latex-text.ts';
import { rehypeLanguageSections } from './rehype-language-sections.ts';

const writer = unified().use(remarkRehype).use(rehypeLanguageSections).use(rehypeStringify);

/** By page: the feeds of all papers and of each tag ask for the same. */
const written = new Map<string, Promise<string>>();

/**
 * The body as HTML, its parts with their languages. Feed readers set no formulas: these are plain text.
 * Fragments lead to `page`, the full address of the paper's page.
 */
export function renderEntryHtml(body: string, page: string): Promise<string> {
  const html = written.get(page) ?? writeHtml(body, page);
  written.set(page, html);
  return html;
}

async function writeHtml(body: string, page: string): Promise<string> {
  const tree = parseEntry(body);
  visit(tree, ['inlineMath', 'math'], (node, index, parent) => {
    if (!('value' in node) || !parent || index === undefined) return;
    const text = { type: 'text', value: latexToText(`$${node.value}$`) } as const;
    const isBlock = node.type === 'math';
    Object.assign(parent.children, {
      [index]: isBlock ? { type: 'paragraph', children: [text] } : text,
    });
  });
  const html = (await writer.run(tree)) as Root;
  visit(html, 'element', ({ properties }) => {
    const { href } = properties;
    if (typeof href === 'string' && href.startsWith('#')) properties['href'] = page + href;
  });
  return writer.stringify(html);
}
