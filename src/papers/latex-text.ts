/**
 * The LaTeX that arXiv abstracts carry, as Markdown: text commands become emphasis, links and plain
 * characters, `$…$` becomes math. What is not known stays as it was written: an abstract is never shortened.
 */
import type { PhrasingContent } from 'mdast';

/** Commands with one argument that have a Markdown counterpart. */
const styled: Record<string, 'strong' | 'emphasis' | 'inlineCode'> = {
  textbf: 'strong',
  textit: 'emphasis',
  emph: 'emphasis',
  textsl: 'emphasis',
  texttt: 'inlineCode',
};
/** Commands with one argument whose argument is shown as it is. */
const transparent = new Set(['textsc', 'textsf', 'textrm', 'text', 'mbox', 'underline', 'textup']);

/** Escaped characters, and spaces of a fixed width. */
const characters: Record<string, string> = {
  '\\%': '%',
  '\\&': '&',
  '\\#': '#',
  '\\_': '_',
  '\\$': '$',
  '\\{': '{',
  '\\}': '}',
  '\\,': '\u2009',
  '\\ ': ' ',
};

const token =
  /\\(?<command>[a-zA-Z]+)\*?\s*\{|\$(?<math>[^$]{0,600})\$|(?<url>https?:\/\/[^\s{}<>"\\^`|]+)|(?<character>\\[%&#_${}, ])|(?<tie>(?<=[^\s~])~(?=[^\s~]))/g;

/** Reads an abstract's text into Markdown phrasing content. */
export function latexToPhrasing(text: string): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let plain = '';
  let position = 0;
  const flush = () => {
    if (plain) nodes.push({ type: 'text', value: plain });
    plain = '';
  };
  const scanner = new RegExp(token);
  for (let match = scanner.exec(text); match; match = scanner.exec(text)) {
    plain += text.slice(position, match.index);
    position = scanner.lastIndex;
    const { command, math, url, character, tie } = match.groups ?? {};
    if (command !== undefined) {
      const end = closingBrace(text, scanner.lastIndex);
      const node = end < 0 ? undefined : commandNodes(command, text.slice(scanner.lastIndex, end));
      if (node) {
        flush();
        nodes.push(...node);
        position = scanner.lastIndex = end + 1;
      } else {
        plain += match[0];
      }
    } else if (math !== undefined) {
      const node = mathNodes(math);
      if (node) {
        flush();
        nodes.push(...node);
      } else {
        // Not math but money, say: only the first dollar is settled.
        plain += '$';
        position = scanner.lastIndex = match.index + 1;
      }
    } else if (url !== undefined) {
      flush();
      const address = url.replace(/[.,;:!?'")\]]+$/, '');
      nodes.push(link(address));
      position = scanner.lastIndex = match.index + address.length;
    } else if (character !== undefined) {
      plain += characters[character] ?? character;
    } else if (tie !== undefined) {
      // LaTeX's tie is a no-break space, but "~19" and "5~10" are about numbers: leave those.
      plain += /[\d~]/.test(text[position] ?? '') ? '~' : '\u00A0';
    }
  }
  plain += text.slice(position);
  flush();
  return nodes;
}

/** Titles and other plain strings: the same text without markup. Math keeps its letters. */
export function latexToText(text: string): string {
  const toText = (node: PhrasingContent): string =>
    'children' in node ? node.children.map(toText).join('') : 'value' in node ? node.value : '';
  return latexToPhrasing(text)
    .map((node) => (node.type === 'inlineMath' ? mathToText(node.value) : toText(node)))
    .join('');
}

function commandNodes(command: string, argument: string): PhrasingContent[] | undefined {
  if (command === 'url' || command === 'href') return [link(argument.trim())];
  if (transparent.has(command)) return latexToPhrasing(argument);
  const type = styled[command];
  if (type === undefined) return undefined;
  if (type === 'inlineCode') return [{ type, value: latexToText(argument) }];
  return [{ type, children: latexToPhrasing(argument) }];
}

/** `$\texttt{X}$` and `$\textbf{X}$` are text in math's clothes; `$x_t$` is math; `$5 and $` is neither. */
function mathNodes(math: string): PhrasingContent[] | undefined {
  const value = math.replace(/\s+/g, ' ').trim();
  const text = /^\\(text\w*|mbox)\{([^{}]*)\}$/.exec(value);
  if (text) return commandNodes(text[1] ?? '', text[2] ?? '');
  return isMath(value) ? [{ type: 'inlineMath', value }] : undefined;
}

/** Whether what stands between two dollar signs is a formula rather than prose between two prices. */
export function isMath(value: string): boolean {
  if (value === '' || /\p{Script=Han}/u.test(value)) return false;
  return (
    /[\\^_=<>{}]/.test(value) ||
    /^[-+]?[\d.,]*\s*[A-Za-z]?$/.test(value) ||
    /^[A-Za-z0-9]\([^)]*\)$/.test(value)
  );
}

const greek = new Map(
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho - sigma tau upsilon phi chi psi omega'
    .split(' ')
    .map((name, place) => [name, place]),
);

/** `\pi` and `\Pi` as the letters that they name; undefined where a command names none. */
function greekLetter(name: string): string | undefined {
  const place = greek.get(name.replace(/^var/, '').toLowerCase());
  if (place === undefined) return undefined;
  return String.fromCodePoint((/^[A-Z]/.test(name) ? 0x391 : 0x3b1) + place);
}

const superscripts = new Map(
  [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ*'].map((raised, place) => ['0123456789+-n*'[place], raised]),
);
const subscripts = new Map(
  [...'₀₁₂₃₄₅₆₇₈₉₊₋ₜ'].map((lowered, place) => ['0123456789+-t'[place], lowered]),
);

/** The letters of an exponent or index raised or lowered, or the whole as it was where one can't be. */
function shift(
  whole: string,
  letters: string,
  shifted: ReadonlyMap<string | undefined, string>,
): string {
  const result = [...letters].map((letter) => shifted.get(letter));
  return result.includes(undefined) ? whole : result.join('');
}

function mathToText(math: string): string {
  return math
    .replace(/\\(?:math|text)\w*\{([^{}]*)\}/g, '$1')
    .replace(/\\sim\b\s*/g, '~')
    .replace(/\\(?:times)\b\s*/g, '×')
    .replace(/\\([A-Za-z]+)(?![A-Za-z])\s*/g, (whole, name: string) => greekLetter(name) ?? whole)
    .replace(/\^(?:\{([^{}]+)\}|(.))/g, (whole, group: string, one: string) =>
      shift(whole, group ?? one, superscripts),
    )
    .replace(/(?<!\\)_(?:\{([^{}]+)\}|(.))/g, (whole, group: string, one: string) =>
      shift(whole, group ?? one, subscripts),
    )
    .replace(/\\([%&#_$])/g, '$1')
    .replace(/[{}]/g, '');
}

function link(address: string): PhrasingContent {
  const text: PhrasingContent = { type: 'text', value: address };
  return /^https?:\/\//i.test(address) ? { type: 'link', url: address, children: [text] } : text;
}

/** The index of the brace that closes an argument whose first character is at `start`, or -1. */
function closingBrace(text: string, start: number): number {
  let depth = 1;
  for (let index = start; index < text.length; index++) {
    if (text[index] === '\\') index++;
    else if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return index;
  }
  return -1;
}
