/**
 * Puts the parts of an entry into sections that say their language: the abstract is English, the notes are
 * Chinese, and neither says so. Browsers choose fonts, screen readers their voice by it.
 */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { textLanguage, type TextLanguage } from './text-language.ts';

/** Wraps the content from one level 2 heading to the next; neighbours of one language share a section. */
export function rehypeLanguageSections() {
  return (tree: Root): void => {
    const outside: RootContent[] = [];
    const sections: Element[] = [];
    for (const part of splitAtHeadings(tree.children, outside)) {
      const lang = textLanguage(part.map(writtenText).join('\n'));
      const last = sections.at(-1);
      if (last?.properties['lang'] === lang) last.children.push(...part);
      else sections.push(section(lang, part));
    }
    tree.children = [...outside, ...sections];
  };
}

/** What MDX keeps at the root (imports, exports) goes to `outside`. */
function splitAtHeadings(
  nodes: readonly RootContent[],
  outside: RootContent[],
): ElementContent[][] {
  const parts: ElementContent[][] = [];
  for (const node of nodes) {
    if (!isContent(node)) {
      outside.push(node);
      continue;
    }
    const startsPart = node.type === 'element' && node.tagName === 'h2';
    const current = parts.at(-1);
    if (current && !startsPart) current.push(node);
    else if (startsPart || !isBlank(node)) parts.push([node]);
  }
  return parts;
}

/** Code and formulas are in no language: a long program doesn't make notes English. */
const unwritten = new Set(['pre', 'code', 'math', 'a']);

function writtenText(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && unwritten.has(node.tagName))) return '';
  return node.children.map(writtenText).join('');
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== 'doctype' && (node.type as string) !== 'mdxjsEsm';
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

function section(lang: TextLanguage, children: ElementContent[]): Element {
  return { type: 'element', tagName: 'section', properties: { lang }, children };
}
