/** Gives an entry's headings the ids of a page that shows it among others. */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** `idsOf` gives the ids of a heading, by its number from 0 and its text; the first is its own. */
export function rehypeHeadingIds(idsOf: (heading: number, text: string) => string[]) {
  return (tree: Root): void => {
    let number = 0;
    visit(tree, 'element', (node) => {
      // The heading of the footnotes comes with an id.
      if (!/^h[1-6]$/.test(node.tagName) || node.properties['id'] !== undefined) return;
      const [own, ...others] = idsOf(number++, toString(node));
      if (own !== undefined) node.properties['id'] = own;
      node.children.unshift(...others.map(target));
    });
  };
}

function target(id: string): Element {
  return { type: 'element', tagName: 'span', properties: { id }, children: [] };
}
