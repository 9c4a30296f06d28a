/**
 * A formula as plain text: readable Unicode on one line, and never another formula. What is written above or
 * below another thing gets brackets where the line could else be read in two ways.
 */
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { fraction, root, scripted, squareRoot } from './formula-layout.ts';
import { joinPieces, operand, type Piece } from './formula-pieces.ts';
import { mendFormula, toMathml } from './set-formula.ts';

/** The formula between two dollar signs as text; its source where KaTeX can't read it. */
export function formulaToText(formula: string): string {
  const source = formula.replace(/\s+/g, ' ').trim();
  const row = toMathml(mendFormula(source));
  return row ? mathmlToText(row) : source;
}

/** The same of a row of MathML that KaTeX has made. */
export function mathmlToText(row: Element): string {
  return joinPieces(piecesOf(row.children)).normalize('NFC');
}

/** KaTeX's characters that have a plainer twin, and those that only layout needs. */
const plainer: Record<string, string> = {
  '∗': '*',
  '⋅': '·',
  '∼': '~',
  '∣': '|',
  '∥': '‖',
  '\u00A0': ' ',
};
const invisible = /[\u200B\u2060-\u2064]/gu;
const prefixes = /^[∀∂∃∄∅∆∇√∛∜∞¬…⋯⋮⋱′″†‡!/°%]+$/u;

/** Letters of which Unicode has always had an outlined form, as a reader of mathematics expects them. */
const outlined: Record<string, string> = {
  C: 'ℂ',
  H: 'ℍ',
  N: 'ℕ',
  P: 'ℙ',
  Q: 'ℚ',
  R: 'ℝ',
  Z: 'ℤ',
};

function piecesOf(nodes: readonly ElementContent[]): Piece[] {
  const elements = nodes.filter((node) => node.type === 'element');
  return elements.flatMap((node, place) => {
    const before = elements[place - 1];
    const after = elements[place + 1];
    if (isWordLetter(node) && isSameWord(node, before)) return [];
    if (isWordLetter(node) && isSameWord(node, after)) return [wordFrom(elements, place)];
    return pieces(node, after);
  });
}

function pieces(node: Element, after: Element | undefined): Piece[] {
  const { tagName, children } = node;
  const parts = children.filter((child) => child.type === 'element');
  switch (tagName) {
    case 'mi': {
      const text = textOf(node);
      return isApplied(after) ? [{ kind: 'function', text }] : [operand(letterOf(node, text))];
    }
    case 'mn':
      return [operand(textOf(node))];
    case 'mtext':
      return [textPiece(node)];
    case 'mo':
      // `\bmod` puts a row into its operator.
      return parts.length > 0 ? [{ kind: 'infix', text: joinText(parts) }] : operatorPieces(node);
    case 'mspace':
      return spacePieces(node);
    case 'msup':
    case 'mover':
    case 'msub':
    case 'munder':
    case 'msubsup':
    case 'munderover':
      return scriptedBy(tagName, parts);
    case 'mfrac':
      return [fractionOf(node, parts)];
    case 'msqrt':
      return [squareRoot(joinText(parts))];
    case 'mroot':
      return [root(joinText(parts.slice(0, 1)), joinText(parts.slice(1)))];
    case 'mtable':
      return [operand(parts.map(rowText).join('; '))];
    case 'mphantom':
    case 'annotation':
      return [];
    default:
      return piecesOf(children);
  }
}

function textOf(node: Element): string {
  return [...toString(node).replace(invisible, '')]
    .map((character) => plainer[character] ?? character)
    .join('');
}

function joinText(nodes: readonly ElementContent[]): string {
  return joinPieces(piecesOf(nodes));
}

function letterOf({ properties }: Element, text: string): string {
  return variantOf(properties) === 'double-struck' ? (outlined[text] ?? text) : text;
}

function variantOf(properties: Element['properties']): unknown {
  return properties['mathVariant'] ?? properties['mathvariant'];
}

/** `\mathrm{KL}` comes letter by letter: it is one word all the same. */
function isWordLetter(node: Element): boolean {
  const variant = variantOf(node.properties);
  return (
    node.tagName === 'mi' &&
    variant !== undefined &&
    variant !== 'script' &&
    variant !== 'double-struck' &&
    /^\p{L}+$/u.test(toString(node))
  );
}

function isSameWord(node: Element, other: Element | undefined): boolean {
  return (
    other !== undefined &&
    isWordLetter(other) &&
    variantOf(node.properties) === variantOf(other.properties)
  );
}

function wordFrom(elements: readonly Element[], start: number): Piece {
  let end = start + 1;
  const first = elements[start];
  while (first && isSameWord(first, elements[end])) end++;
  const text = elements.slice(start, end).map(textOf).join('');
  if (isApplied(elements[end])) return { kind: 'function', text };
  return text.length > 1 ? { kind: 'word', text } : operand(text);
}

/** KaTeX puts the invisible sign of application behind `\log` and `\operatorname{…}`. */
function isApplied(after: Element | undefined): boolean {
  return after?.tagName === 'mo' && toString(after) === '\u2061';
}

function textPiece(node: Element): Piece {
  // A negative space is written as a space and an invisible sign.
  const text = toString(node).includes('\u2063') ? '' : textOf(node);
  return text.trim() === '' ? { kind: 'space', text: text && ' ' } : operand(text);
}

function spacePieces({ properties }: Element): Piece[] {
  if (properties['lineBreak'] ?? properties['linebreak']) return [{ kind: 'space', text: ' ' }];
  return parseFloat(String(properties['width'] ?? 0)) > 0.2 ? [{ kind: 'space', text: ' ' }] : [];
}

function operatorPieces(node: Element): Piece[] {
  const text = textOf(node);
  const { properties } = node;
  if (text === '') return [];
  if (/^[,;:]$/.test(text)) return [{ kind: 'separator', text }];
  if (/^[([{⟨⌊⌈⟦]$/u.test(text)) return [{ kind: 'open', text }];
  if (/^[)\]}⟩⌋⌉⟧]$/u.test(text)) return [{ kind: 'close', text }];
  if (/^[∏∐∑∫∬∭∮⋃⋂]$/u.test(text)) return [{ kind: 'function', text }];
  // Bars that stretch or were told not to are brackets: no telling of which side.
  const isFence = properties['fence'] !== undefined || properties['stretchy'] === 'false';
  if (isFence || prefixes.test(text)) return [operand(text)];
  return [{ kind: 'infix', text }];
}

/** The base comes first, then what stands below it, then what stands above it. */
function scriptedBy(tagName: string, [base, ...scripts]: readonly Element[]): Piece[] {
  const hasBelow = !/^m(?:sup|over)$/.test(tagName);
  const [below, above] = hasBelow ? scripts : [undefined, scripts[0]];
  return [
    scripted(base ? piecesOf([base]) : [], {
      below: below ? scriptText(below) : '',
      above: above ? scriptText(above) : '',
      isMark: tagName === 'mover',
    }),
  ];
}

/** Within a script there is no room for spaces. */
function scriptText(node: Element): string {
  return joinText([node]).replace(/(?<!\p{L})\s|\s(?!\p{L})/gu, '');
}

function fractionOf({ properties }: Element, parts: readonly Element[]): Piece {
  const above = joinText(parts.slice(0, 1));
  const below = joinText(parts.slice(1));
  // The two numbers of a binomial coefficient have no bar between them.
  const hasBar = (properties['linethickness'] ?? properties['lineThickness']) !== '0px';
  return hasBar ? fraction(above, below) : operand(`${above} choose ${below}`);
}

function rowText(row: Element): string {
  const cells = row.children.filter((cell) => cell.type === 'element');
  return cells.map((cell) => joinText([cell])).join(' ');
}
