/** Text commands as Markdown's marks. */
import type { PhrasingContent } from 'mdast';
import { appendNodes, appendText } from './node-list.ts';
import { phrasingToText } from './phrasing-text.ts';

/** `plain`: Markdown has nothing like it, the text is shown as it is. */
export type Style = 'strong' | 'emphasis' | 'inlineCode' | 'plain';

/** Nodes in a style. Spaces at either end stand outside, where Markdown allows them. */
export function styledNodes(style: Style, inner: readonly PhrasingContent[]): PhrasingContent[] {
  const text = phrasingToText(inner);
  if (style === 'plain' || text.trim() === '') return [...inner];
  const nodes = appendText([], /^\s*/u.exec(text)?.[0] ?? '');
  if (style === 'inlineCode') {
    nodes.push({ type: style, value: text.replace(/\s+/gu, ' ').trim() });
  } else {
    nodes.push({ type: style, children: trimmed(inner.flatMap((node) => without(style, node))) });
  }
  return appendText(nodes, /\s*$/u.exec(text)?.[0] ?? '');
}

/** Emphasis within emphasis is none. */
function without(style: Style, node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  node.children = node.children.flatMap((child) => without(style, child));
  return node.type === style ? node.children : [node];
}

function trimmed(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result = appendNodes([], nodes);
  const first = result[0];
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = result.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return result.filter((node) => node.type !== 'text' || node.value !== '');
}
