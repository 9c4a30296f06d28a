/**
 * Mends links within the list: notes may link to any of its fragments, but a paper's page holds only its own.
 * What it doesn't hold is on the list's page.
 */
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { pathSegment } from '../papers/path-segment.ts';
import { decodeFragment } from './fragment.ts';

/** Sends `#fragment` on to `listPage` where neither the tree nor `ids` has it. */
export function sendToList(tree: Root, listPage: string, ids: readonly string[]): void {
  const own = new Set(ids);
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') own.add(id);
  });
  visit(tree, 'element', ({ tagName, properties }) => {
    const { href } = properties;
    if (tagName !== 'a' || typeof href !== 'string' || !href.startsWith('#')) return;
    if (!own.has(decodeFragment(href.slice(1)))) properties['href'] = listPage + href;
  });
}

interface EntryFile {
  data: { astro?: { frontmatter?: { id?: string; lists?: { id: string }[] } } };
}

/** For a paper's page: a relative link leads to the list's page in either language. */
export function rehypeListLinks() {
  return (tree: Root, file: EntryFile): void => {
    const { id, lists = [] } = file.data.astro?.frontmatter ?? {};
    const [list] = lists;
    if (!list) return;
    const page = `../../lists/${encodeURI(pathSegment(list.id))}/`;
    sendToList(tree, page, id === undefined ? [] : [id]);
  };
}
