/**
 * Makes what notes may hold fit our pages: wide blocks scroll by themselves and can be reached with the
 * keyboard, and nothing carries an inline style, which the Content Security Policy refuses.
 */
import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { setLetters } from './math-letters.ts';

export function rehypeFitPage() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      delete node.properties['style'];
      if (node.tagName === 'td' || node.tagName === 'th') alignByClass(node);
      setLetters(node);
      if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
      if (!parent || index === undefined) return undefined;
      // KaTeX repeats the formula's source: search would index it twice.
      if (node.tagName === 'annotation') {
        parent.children.splice(index, 1);
        return index;
      }
      if (node.tagName === 'table' && !isScroller(parent)) {
        parent.children[index] = scroller(node);
        return [SKIP, index];
      }
      return undefined;
    });
  };
}

/** MDX writes `align` as an inline style. */
function alignByClass(cell: Element): void {
  const { align } = cell.properties;
  if (typeof align === 'string') cell.properties['className'] = [`align-${align}`];
  delete cell.properties['align'];
}

function scroller(table: Element): Element {
  const properties = { className: ['scroller'], tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}

function isScroller(node: { type: string; properties?: Element['properties'] }): boolean {
  const className = node.properties?.['className'];
  return Array.isArray(className) && className.includes('scroller');
}
