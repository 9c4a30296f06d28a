/**
 * Makes what notes may hold fit our pages: wide blocks scroll by themselves and can be reached with the
 * keyboard, and nothing carries an inline style, which the Content Security Policy refuses.
 */
import type { Element, Nodes, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { mathmlToText } from '../papers/latex/formula-text.ts';
import { setLetters } from './math-letters.ts';

export function rehypeFitPage() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      delete node.properties['style'];
      if (node.tagName === 'td' || node.tagName === 'th') alignByClass(node);
      setLetters(node);
      // The colours are the theme's.
      delete node.properties['mathcolor'];
      delete node.properties['mathbackground'];
      if (node.tagName === 'pre') node.properties['tabIndex'] = 0;
      if (!parent || index === undefined) return undefined;
      if (node.tagName === 'math') {
        fitMath(node, parent);
        tellPlainly(node);
      }
      if ((node.tagName === 'table' || isDisplayMath(node)) && !isScroller(parent)) {
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

/** Formulas within a line that a phone has no room for; their letters are fewer than those of their source. */
const WIDE_MATH = 40;

/** A long formula within a line scrolls by itself, for no browser breaks it. */
function fitMath(math: Element, parent: Nodes): void {
  if (parent.type !== 'element' || isDisplayMath(parent)) return;
  if (toString(math).length > WIDE_MATH) {
    parent.properties['className'] = ['katex', 'wide'];
    parent.properties['tabIndex'] = 0;
  }
}

/**
 * Beside a formula KaTeX writes its source, which browsers don't show. It becomes the formula's text, which search
 * reads in place of the formula: `n` and `3/2` one above the other would be n3/2.
 */
function tellPlainly({ children: [semantics] }: Element): void {
  if (semantics?.type !== 'element') return;
  const [row, annotation] = semantics.children;
  if (row?.type !== 'element' || annotation?.type !== 'element') return;
  annotation.properties['encoding'] = 'text/plain';
  annotation.children = [{ type: 'text', value: mathmlToText(row) }];
  row.properties['dataPagefindIgnore'] = '';
}

/** The element that KaTeX puts around a formula that stands alone. */
function isDisplayMath({ tagName, children }: Element): boolean {
  const [math] = children;
  return (
    tagName === 'span' &&
    math?.type === 'element' &&
    math.tagName === 'math' &&
    math.properties['display'] === 'block'
  );
}

function scroller(wide: Element): Element {
  const properties = { className: ['scroller'], tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [wide] };
}

function isScroller(node: { type: string; properties?: Element['properties'] }): boolean {
  const className = node.properties?.['className'];
  return Array.isArray(className) && className.includes('scroller');
}
