/** Phrasing content as it grows: texts side by side are one. */
import type { PhrasingContent } from 'mdast';

export function appendText(nodes: PhrasingContent[], value: string): PhrasingContent[] {
  const last = nodes.at(-1);
  if (last?.type === 'text') last.value += value;
  else if (value !== '') nodes.push({ type: 'text', value });
  return nodes;
}

export function appendNodes(
  nodes: PhrasingContent[],
  more: readonly PhrasingContent[],
): PhrasingContent[] {
  for (const node of more) {
    if (node.type === 'text') appendText(nodes, node.value);
    else nodes.push(node);
  }
  return nodes;
}
