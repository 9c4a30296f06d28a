/** The formulas of notes, which Markdown has told from the text: pages must be able to set what is left of them. */
import type { Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { formulaNodes, holdsLink, isMath } from './latex/formula-nodes.ts';
import { canSet, mendFormula } from './latex/set-formula.ts';
import { latexToPhrasing } from './latex-text.ts';

/** A formula that KaTeX can set stays, a price becomes text, and all else is shown as it was written. */
export function settleFormulas(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'inlineMath') {
      const formula = mendFormula(node.value);
      if (isMath(node.value) && !holdsLink(formula) && canSet(formula)) {
        node.value = formula;
        return SKIP;
      }
      const nodes = formulaNodes(node.value, latexToPhrasing) ?? [
        { type: 'text' as const, value: `$${node.value}$` },
      ];
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    }
    // A block of code may be one of math.
    if (node.type === 'math' || (node.type === 'code' && node.lang === 'math')) {
      const formula = mendFormula(node.value);
      if (canSet(formula, true)) node.value = formula;
      else
        parent.children[index] = {
          type: 'code',
          lang: 'latex',
          value: node.value,
        } satisfies RootContent;
    }
    return undefined;
  });
}
