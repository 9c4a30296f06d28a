/**
 * A paper's body as a syntax tree: the abstract, then the notes with the list's own headings one step up.
 * A list is input from strangers: raw HTML becomes text, and links lead to http, https or a fragment only.
 */
import type { Heading, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { latexToPhrasing } from './latex-text.ts';
import { parseMarkdown } from './markdown.ts';
import { settleFormulas } from './notes-formulas.ts';
import { titleHeading, type NotesSection } from './notes-section.ts';

const joinsWithoutSpace = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—]/u;
const leadIn = /^\s*💡/u;

/** Builds the body of an entry from its section. */
export function bodyTree(section: NotesSection): Root {
  const children: RootContent[] = [];
  if (section.abstract) {
    children.push(heading(2, [{ type: 'text', value: 'Abstract' }]));
    for (const paragraph of section.abstract.split(/\n\s*\n/)) {
      children.push({ type: 'paragraph', children: latexToPhrasing(trimLines(paragraph)) });
    }
  }
  if (section.notes) {
    const notes = parseMarkdown(section.notes);
    refuseCode(notes);
    settleFormulas(notes);
    keepAsterisks(notes, section.notes);
    splitLeadIns(notes);
    joinLines(notes);
    liftHeadings(notes);
    children.push(...notes.children);
  }
  return { type: 'root', children };
}

/** Turns whatever could run or load into text: HTML, images, links of other schemes. */
function refuseCode(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'html') {
      const isBreak = /^<br\s*\/?>$/i.test(node.value);
      const text: PhrasingContent = isBreak
        ? { type: 'break' }
        : { type: 'text', value: node.value };
      const phrasing =
        parent.type === 'paragraph' || 'depth' in parent || !isFlowParent(parent.type);
      parent.children[index] = phrasing ? text : { type: 'paragraph', children: [text] };
      return SKIP;
    }
    if (node.type === 'image') {
      const children: PhrasingContent[] = [{ type: 'text', value: node.alt || node.url }];
      parent.children[index] = { type: 'link', url: node.url, children };
      return index;
    }
    if (
      (node.type === 'link' || node.type === 'definition') &&
      !/^(https?:\/\/|#)/i.test(node.url)
    ) {
      if (node.type === 'link') parent.children.splice(index, 1, ...node.children);
      else parent.children.splice(index, 1);
      return index;
    }
    return undefined;
  });
}

/** `MCTS*框架…MCTS*` is two names with an asterisk, not emphasis: one that opens right after a letter is text. */
function keepAsterisks(tree: Root, source: string): void {
  visit(tree, 'emphasis', (node, index, parent) => {
    const start = node.position?.start.offset;
    if (!parent || index === undefined || !start || !/[A-Za-z0-9]/.test(source[start - 1] ?? ''))
      return undefined;
    const asterisk = { type: 'text', value: '*' } as const;
    parent.children.splice(index, 1, asterisk, ...node.children, asterisk);
    return index + 1;
  });
}

function isFlowParent(type: string): boolean {
  return ['root', 'blockquote', 'listItem', 'footnoteDefinition'].includes(type);
}

/** Makes a heading of each line that begins with 💡: in the source it leads straight into its paragraph. */
function splitLeadIns(tree: Root): void {
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') return [node];
    const lines = splitLines(node.children);
    if (!lines.some((line) => leadIn.test(firstText(line)))) return [node];
    const blocks: RootContent[] = [];
    let open: Paragraph | undefined;
    for (const line of lines) {
      if (leadIn.test(firstText(line)) && textLength(line) <= 100) {
        blocks.push(heading(4, line));
        open = undefined;
      } else if (open) {
        open.children.push({ type: 'text', value: '\n' }, ...line);
      } else {
        blocks.push((open = { type: 'paragraph', children: line }));
      }
    }
    return blocks;
  });
}

/** Splits phrasing content at its line breaks, hard and soft. */
function splitLines(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      lines.push([]);
    } else if (child.type === 'text') {
      child.value.split('\n').forEach((value, index) => {
        if (index > 0) lines.push([]);
        if (value.trim()) lines.at(-1)?.push({ type: 'text', value });
      });
    } else {
      lines.at(-1)?.push(child);
    }
  }
  return lines.filter((line) => line.length > 0);
}

function firstText(line: readonly PhrasingContent[]): string {
  const [first] = line;
  return first?.type === 'text' ? first.value : '';
}

function textLength(line: readonly PhrasingContent[]): number {
  let length = 0;
  visit({ type: 'paragraph', children: [...line] } satisfies Paragraph, (node) => {
    if ('value' in node) length += node.value.length;
  });
  return length;
}

/** Joins soft line breaks: nothing between Chinese characters, a space elsewhere. */
function joinLines(tree: Root): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!node.value.includes('\n')) return;
    // A break may stand between a text and what is emphasized, say.
    const beside = (step: -1 | 1) => toString(parent?.children[(index ?? 0) + step]);
    node.value = node.value.replace(/[ \t]*\n[ \t]*/g, (found, at: number, whole: string) => {
      const before = (beside(-1) + whole.slice(0, at)).trimEnd().at(-1) ?? '';
      const after = (whole.slice(at + found.length) + beside(1)).trimStart().at(0) ?? '';
      return joinsWithoutSpace.test(before) && joinsWithoutSpace.test(after) ? '' : ' ';
    });
  });
}

/** The heading with the Chinese title moves to level 2, its parts to 3; without it the parts are level 2. */
function liftHeadings(tree: Root): void {
  const headings = tree.children.filter((node): node is Heading => node.type === 'heading');
  const source = headings.filter((node) => !leadIn.test(firstText(node.children)));
  const title = source.find((node) => titleHeading.test(plain(node)));
  const parts = source.filter((node) => node !== title);
  const top = Math.min(...parts.map((node) => node.depth));
  const lift = (title ? 3 : 2) - top;
  for (const node of parts) node.depth = Math.min(6, node.depth + lift) as Heading['depth'];
  if (title) title.depth = 2;
  else for (const node of headings) if (!source.includes(node)) node.depth = 3;
}

function plain(node: Heading): string {
  return node.children.map((child) => ('value' in child ? child.value : '')).join('');
}

function heading(depth: Heading['depth'], children: PhrasingContent[]): Heading {
  return { type: 'heading', depth, children };
}

function trimLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .join('\n');
}
