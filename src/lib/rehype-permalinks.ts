/**
 * Puts a link to itself behind each heading that has an id. It holds no text, so that contents, search and
 * the record of the repair don't meet it: a style shows a sign, and its name is the heading's own.
 */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { fragmentHref } from './fragment.ts';

export function rehypePermalinks() {
  return (tree: Root): void => {
    visit(tree, 'element', (node) => {
      const { id } = node.properties;
      if (!/^h[2-6]$/.test(node.tagName) || typeof id !== 'string') return;
      node.children.push({
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['permalink'],
          href: fragmentHref(id),
          ariaLabelledBy: [id],
          dataPagefindIgnore: 'all',
        },
        children: [],
      });
    });
  };
}
