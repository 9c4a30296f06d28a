/**
 * Places in a text that survive Markdown and HTML: the number of a character among those that neither syntax
 * uses nor touches, which are the ones that are neither ASCII nor white space. Lines and columns don't survive.
 * Formulas and footnotes are left out: one is set in other characters, the other moves to the end.
 */
import type { Nodes, Root } from 'mdast';

const shown = new Set(['text', 'inlineCode', 'code']);

/** Whether a character (one code point) counts. */
export function isCounted(char: string): boolean {
  return char > '\u007F' && !/\s/u.test(char);
}

/** The characters of a text that count, in order. */
export function countedIn(text: string): string[] {
  return Array.from(text).filter(isCounted);
}

/** The characters that count of an entry's body, in the order in which a page shows them. */
export function countedInBody(body: Root): string[] {
  const counted: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'footnoteDefinition') return;
    if ('children' in node) node.children.forEach(walk);
    else if ('value' in node && shown.has(node.type)) counted.push(...countedIn(node.value));
  };
  walk(body);
  return counted;
}
