/** Puts an entry's headings beneath a heading of the page that shows it among others. */
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';

/** Moves headings down, so that none is above `level + 1` and none skips a level; what would be an h7 is an h6. */
export function rehypeUnder(level: number) {
  return (tree: Root): void => {
    let last = level;
    visit(tree, 'element', (node) => {
      const own = levelOf(node);
      if (own === undefined) return;
      last = Math.min(6, last + 1, Math.max(level + 1, own + level - 1));
      node.tagName = `h${last}`;
    });
  };
}

function levelOf({ tagName }: Element): number | undefined {
  return /^h[1-6]$/.test(tagName) ? Number(tagName[1]) : undefined;
}
