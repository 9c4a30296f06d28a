/** Markdown's phrasing content as plain text: no marks, and formulas in Unicode. */
import type { PhrasingContent } from 'mdast';
import { formulaToText } from './formula-text.ts';

export function phrasingToText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(nodeToText).join('');
}

function nodeToText(node: PhrasingContent): string {
  if (node.type === 'inlineMath') return formulaToText(node.value);
  if ('children' in node) return phrasingToText(node.children);
  return 'value' in node ? node.value : '';
}
