/** `\href{address}{text}` and `\url{address}` as links. Only http and https are followed; no address is lost. */
import type { PhrasingContent } from 'mdast';
import { isWebAddress } from '../web-address.ts';
import { appendNodes } from './node-list.ts';
import { phrasingToText } from './phrasing-text.ts';

/** The link, with its address where there is no label, or none that shows. `read` reads the label. */
export function linkNodes(
  written: string,
  label: string | undefined,
  read: (latex: string) => PhrasingContent[],
): PhrasingContent[] {
  const shown = unescapeAddress(written);
  const url = webAddress(shown);
  const inner = label === undefined ? [] : appendNodes([], read(label).flatMap(withoutLink));
  const text = phrasingToText(inner).trim();
  const children: PhrasingContent[] = text ? inner : [{ type: 'text', value: shown }];
  if (url !== undefined) return [{ type: 'link', url, children }];
  if (text === '' || text === shown || shown === '') return children;
  return [...children, { type: 'text', value: ` (${shown})` }];
}

/** Links don't hold links. */
function withoutLink(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(withoutLink);
  if ('children' in node) node.children = node.children.flatMap(withoutLink);
  return [node];
}

/** LaTeX wants some characters of an address escaped. */
function unescapeAddress(written: string): string {
  return written
    .replace(/\s+/g, '')
    .replace(/\\(?:textasciitilde|~|sim(?![a-zA-Z]))(?:\{\})?|\$\\sim\$/g, '~')
    .replace(/\\textunderscore(?:\{\})?/g, '_')
    .replace(/\\([%#&_${}])/g, '$1');
}

/** `github.com/x` is meant as an address, too. */
function webAddress(address: string): string | undefined {
  const full = /^(?:[a-z\d-]+\.)+[a-z]{2,}(?:[/?#]|$)/i.test(address)
    ? `https://${address}`
    : address;
  return isWebAddress(full) ? full : undefined;
}
