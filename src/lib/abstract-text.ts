/** The abstract of an entry as plain text, for the descriptions that search engines and chats show. */
import { toString } from 'mdast-util-to-string';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { latexToText } from '../papers/latex-text.ts';

const parser = unified().use(remarkParse).use(remarkMath);

/** The text beneath `## Abstract`, at most `length` characters, cut at a word; empty where there is none. */
export function abstractText(body: string, length: number): string {
  const source = /^## Abstract\n+((?:(?!^#{1,6} ).*\n?)*)/m.exec(body)?.[1] ?? '';
  const tree = parser.parse(source);
  visit(tree, 'inlineMath', (node) => {
    node.value = latexToText(`$${node.value}$`);
  });
  return cut(
    tree.children
      .map((node) => toString(node))
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim(),
    length,
  );
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
}
