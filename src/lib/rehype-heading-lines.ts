/** Shows browsers where the lines of Chinese headings may break; see title-parts.ts. Their text stays as it is. */
import type { ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { textLanguage } from './text-language.ts';
import { titleNodes } from './title-nodes.ts';

export function rehypeHeadingLines() {
  return (tree: Root): void => {
    visit(tree, 'element', (heading) => {
      if (!/^h[1-6]$/.test(heading.tagName) || textLanguage(toString(heading)) === 'en') return;
      visit(heading, (node, index, parent) => {
        if (node.type === 'element' && node.tagName === 'math') return SKIP;
        if (node.type !== 'text' || !parent || index === undefined) return;
        const set = titleNodes(node.value, 'zh-CN');
        (parent.children as ElementContent[]).splice(index, 1, ...set);
        return index + set.length;
      });
      return SKIP;
    });
  };
}
