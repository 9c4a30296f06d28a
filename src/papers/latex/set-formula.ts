/**
 * Formulas through KaTeX, which knows far more of LaTeX than a table of ours could: the pages set them with it,
 * and what a formula reads as in plain text comes from the MathML that it makes.
 */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import katex, { type KatexOptions } from 'katex';
import { EXIT, visit } from 'unist-util-visit';

/** How pages set formulas. A list is input from strangers: a space is no wider than a page can bear. */
export const katexOptions = {
  output: 'mathml',
  strict: 'ignore',
  maxSize: 10,
} as const satisfies KatexOptions;

/** No author's formula within a line is longer. */
export const LONGEST_FORMULA = 1000;

/** What KaTeX would set in red on a page, because it doesn't trust it, is not set at all. */
const refusing: KatexOptions = {
  ...katexOptions,
  throwOnError: true,
  trust: ({ command }) => {
    throw new Error(`${command} is not trusted.`);
  },
};

/** Whether KaTeX can set the formula without an error. */
export function canSet(formula: string, displayMode = false): boolean {
  return toHtml(formula, displayMode) !== undefined;
}

/** The formula as MathML: the row of what it is made of. Undefined where KaTeX can't set it. */
export function toMathml(formula: string): Element | undefined {
  const html = toHtml(formula, false);
  return html === undefined ? undefined : findRow(fromHtml(html, { fragment: true }));
}

/** The same formula where LaTeX would lose a part of it, or KaTeX doesn't know a command that has another name. */
export function mendFormula(formula: string): string {
  return (
    formula
      // A percent sign begins a comment: what stands behind it would vanish.
      .replace(/\\[^]|%/g, (token) => (token === '%' ? '\\%' : token))
      .replace(/\\textsc(?![a-zA-Z])/g, '\\text')
      .replace(/\\xspace(?![a-zA-Z])/g, '')
      .replace(/\\ensuremath(?![a-zA-Z])/g, '')
      .replace(/\\[nx]?(?:nicefrac|sfrac)(?![a-zA-Z])/g, '\\frac')
  );
}

function toHtml(formula: string, displayMode: boolean): string | undefined {
  try {
    return katex.renderToString(formula, { ...refusing, displayMode });
  } catch {
    // Not only its own errors: formulas nested too deeply exhaust the stack.
    return undefined;
  }
}

/** The first row, without the source that KaTeX repeats beside it. */
function findRow(tree: Root): Element | undefined {
  let row: Element | undefined;
  visit(tree, { type: 'element', tagName: 'mrow' }, (node) => {
    row = node;
    return EXIT;
  });
  return row;
}
