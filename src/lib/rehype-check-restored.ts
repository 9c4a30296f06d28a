/**
 * Holds the record of a paper's repair against the page: each restored character must stand where the record
 * says. Readers who switch the marks on would else see marks on characters that were never damaged. Changes
 * nothing. Comes last, so that it reads what the browser will.
 */
import type { Element, Nodes, Root } from 'hast';
import { countedIn } from '../papers/counted-characters.ts';
import type { RepairRecord } from '../papers/repair-record.ts';
import { readRepairRecord } from './read-repair-record.ts';

export function rehypeCheckRestored() {
  return async (tree: Root, file: { path: string }): Promise<void> => {
    const record = await readRepairRecord(file.path);
    if (record) checkRestored(tree, record, file.path);
  };
}

/** Throws where a character of the record isn't in its place. */
export function checkRestored(tree: Root, { gaps }: RepairRecord, file: string): void {
  const counted = countedInPage(tree);
  for (const { at, chosen } of gaps) {
    if (at === undefined || counted[at] === chosen) continue;
    throw new Error(
      `RESTORED_CHARACTER_MOVED: ${file}: the record of the repair has ${chosen} as character ${at} of the ` +
        `text, the page has ${counted[at] ?? 'no such character'}. Run "npm run generate"; if it stays, ` +
        'a Markdown plugin changes the text.',
    );
  }
}

/** The characters that count of a page's text, in order. The browser leaves the same parts out: `uncounted`. */
export function countedInPage(tree: Root): string[] {
  const counted: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') counted.push(...countedIn(node.value));
    else if ('children' in node && !(node.type === 'element' && isUncounted(node)))
      node.children.forEach(walk);
  };
  walk(tree);
  return counted;
}

function isUncounted({ tagName, properties }: Element): boolean {
  const { className, dataFootnotes } = properties;
  const isError = Array.isArray(className) && className.includes('katex-error');
  return tagName === 'math' || isError || dataFootnotes !== undefined;
}
