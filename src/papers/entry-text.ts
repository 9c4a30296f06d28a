/** An entry's Markdown as plain text: for descriptions, reading times and comparisons. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { formulaToText } from './latex/formula-text.ts';
import { parseMarkdown } from './markdown.ts';

export interface EntryText {
  /** In one line; empty where the entry has none. */
  abstract: string;
  /** A line for each heading, paragraph and item. */
  notes: string;
  /** Of every heading, in order. */
  headings: string[];
}

/** Reads an entry's body: what stands under the heading `Abstract`, and all else. */
export function readEntryText(body: string): EntryText {
  const tree = parseMarkdown(body);
  visit(tree, ['inlineMath', 'math'], (node) => {
    if ('value' in node) node.value = formulaToText(node.value);
  });
  const abstract: string[] = [];
  const notes: string[] = [];
  let part = notes;
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth <= 2) {
      part = toString(node) === 'Abstract' ? abstract : notes;
      if (part === abstract) continue;
    }
    part.push(blockText(node));
  }
  const headings: string[] = [];
  visit(tree, 'heading', (node) => void headings.push(oneLine(toString(node))));
  return { abstract: oneLine(abstract.join(' ')), notes: notes.map(oneLine).join('\n'), headings };
}

/** The first sentence of an English text. Abbreviations such as `e.g.` don't end it. */
export function firstSentence(text: string): string {
  const end =
    /(?<!\b(?:e\.g|i\.e|et al|vs|cf|Fig|Eq|Dr|resp|approx|\p{Lu}))[.!?](?=\s+["“(]?[\p{Lu}\p{N}])/u;
  const match = end.exec(text);
  return match ? text.slice(0, match.index + 1) : text;
}

/** At most `length` characters of a text, cut between words and with an ellipsis where it was cut. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/\s+\S*$/u, '')}…`;
}

function blockText(node: Root['children'][number]): string {
  return 'children' in node && node.type !== 'paragraph' && node.type !== 'heading'
    ? node.children.map((child) => blockText(child as Root['children'][number])).join(' ')
    : toString(node);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
