/** What stands between two dollar signs, as Markdown: a formula, or text and links in a formula's clothes. */
import type { PhrasingContent } from 'mdast';
import { groupsFrom, matchBraces } from './braces.ts';
import { linkNodes } from './link-nodes.ts';
import { appendNodes, appendText } from './node-list.ts';
import { canSet, mendFormula } from './set-formula.ts';

type Read = (latex: string) => PhrasingContent[];

/** Commands of text in a formula, with what they hold. */
const textGroups = /\\(?:text|mbox|operatorname|math)\w*\*?\s*\{[^{}]*\}/g;

/** Whether what stands between two dollar signs is a formula rather than prose between two prices. */
export function isMath(value: string): boolean {
  const bare = value.replace(textGroups, '\\').replace(/\\[a-zA-Z]+/g, '\\');
  if (value.trim() === '' || /\p{Script=Han}/u.test(bare)) return false;
  if (/\b[a-zA-Z]{2,}\s+[a-zA-Z]{2,}\b/.test(bare)) return false;
  if (/[\\^_]/.test(bare)) return true;
  // A price is followed by a space: `$5 = 4 € and $6`.
  if (/\s$/.test(value)) return false;
  return /[=<>{}]/.test(bare) || /^\d* ?[A-Za-z]$/.test(bare) || isUnbroken.test(bare);
}

/** `(0,1)`, `n-1`, `f(x)`: no spaces, and nothing at the end that asks for more, as in `$5M/$6M`. */
const isUnbroken = /^[-+([|]?[\w.,'|()[\]+*/!:-]*[\w)\]|'!]$/;

/** Whether the dollar signs around a text are those of prices, the second standing before `next`. */
export function isBetweenPrices(value: string, next: string | undefined): boolean {
  const isUneven = /^\S[^]*\s$/u.test(value);
  return /\d/.test(next ?? '') && (isUneven || !/[\\^_]/.test(value));
}

/**
 * The nodes of a formula; undefined where it is none. `read` reads text commands. What KaTeX can't set is shown
 * as it was written.
 */
export function formulaNodes(source: string, read: Read): PhrasingContent[] | undefined {
  // `$ x $` is a formula, `$5 and $` is none.
  const value = source
    .replace(/\s+/g, ' ')
    .replace(/^ (.*) $/, '$1')
    .trimStart();
  if (isTextCommand(value)) return read(value);
  if (/^https?:\/\/\S+$/.test(value)) return linkNodes(value, undefined, read);
  if (holdsLink(value)) return withLinks(value, read);
  if (!isMath(value)) return undefined;
  const formula = mendFormula(value.trimEnd());
  if (canSet(formula)) return [{ type: 'inlineMath', value: formula }];
  return value.includes('\\') ? [{ type: 'inlineCode', value }] : undefined;
}

export function holdsLink(formula: string): boolean {
  return /\\(?:href|url)(?![a-zA-Z])/.test(formula);
}

/** `$\texttt{X}$`, the whole of it, is text. */
function isTextCommand(value: string): boolean {
  const start = /^\\(?:text[a-z]*|mbox|emph)\s*\{/.exec(value)?.[0].length;
  return start !== undefined && matchBraces(value).get(start - 1) === value.length - 1;
}

/**
 * A formula cut at its links, which no browser follows within one. A link inside a part of the formula leaves
 * its text there and comes behind it.
 */
function withLinks(value: string, read: Read): PhrasingContent[] | undefined {
  const links = findLinks(value);
  if (!links) return undefined;
  const readLabel: Read = (latex) => formulaNodes(latex, read) ?? read(latex);
  const nodes: PhrasingContent[] = [];
  let behind: PhrasingContent[] = [];
  let formula = '';
  const flush = () => {
    const rest = formula.trim();
    if (/^\s/.test(formula)) appendText(nodes, ' ');
    appendNodes(nodes, partNodes(rest, read));
    if (rest && /\s$/.test(formula)) appendText(nodes, ' ');
    appendNodes(nodes, behind);
    behind = [];
    formula = '';
  };
  let position = 0;
  for (const { start, end, isInside, address, label } of links) {
    formula += value.slice(position, start);
    position = end;
    if (isInside) {
      formula += label ?? '\\cdot';
      behind.push({ type: 'text', value: ' ' }, ...linkNodes(address, undefined, read));
    } else {
      flush();
      appendNodes(nodes, linkNodes(address, label, readLabel));
    }
  }
  formula += value.slice(position);
  flush();
  return nodes;
}

/** A part of a formula, which may be no more than the full stop behind its link. */
function partNodes(part: string, read: Read): PhrasingContent[] {
  const formula = mendFormula(part);
  if (holdsLink(part)) return formulaNodes(part, read) ?? [{ type: 'text', value: part }];
  const isFormula = /[a-zA-Z\d\\]/.test(part) && canSet(formula);
  return [isFormula ? { type: 'inlineMath', value: formula } : { type: 'text', value: part }];
}

interface FormulaLink {
  start: number;
  end: number;
  /** Whether it stands in a group of the formula. */
  isInside: boolean;
  address: string;
  label: string | undefined;
}

/** The links of a formula; undefined where one lacks an argument. */
function findLinks(value: string): FormulaLink[] | undefined {
  const closing = matchBraces(value);
  const token = /\\(?<command>href|url)(?![a-zA-Z])|\\[^]|[{}]/gu;
  const links: FormulaLink[] = [];
  let depth = 0;
  for (let match = token.exec(value); match; match = token.exec(value)) {
    if (match[0] === '{') depth++;
    if (match[0] === '}') depth--;
    const command = match.groups?.['command'];
    if (command === undefined) continue;
    const count = command === 'href' ? 2 : 1;
    const groups = groupsFrom(value, token.lastIndex, closing, { count });
    if (!groups) return undefined;
    const [address = '', label] = groups.contents;
    links.push({ start: match.index, end: groups.end, isInside: depth > 0, address, label });
    token.lastIndex = groups.end;
  }
  return links;
}
