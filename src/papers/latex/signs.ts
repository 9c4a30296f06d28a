/** LaTeX commands that stand for a character, in prose. */
import { combining, latex2unicode } from 'unicode2latex';
import { formulaToText } from './formula-text.ts';
import { canSet } from './set-formula.ts';

const table: Readonly<Record<string, string | { text?: string } | undefined>> = latex2unicode;
const marks: Readonly<Record<string, string | undefined>> = combining.tounicode;

/** Escaped characters, spaces, and what only tells LaTeX how to break lines. */
const escaped: Readonly<Record<string, string>> = {
  '%': '%',
  '&': '&',
  '#': '#',
  _: '_',
  $: '$',
  '{': '{',
  '}': '}',
  ',': '\u2009',
  ';': ' ',
  ':': ' ',
  '!': '',
  '-': '',
  '/': '',
  '@': '',
  ' ': ' ',
  '\n': ' ',
};
/** Commands about spaces and lines. */
const spaces: Readonly<Record<string, string>> = {
  quad: ' ',
  qquad: ' ',
  enspace: ' ',
  thinspace: '\u2009',
  space: ' ',
  newline: ' ',
  linebreak: ' ',
  par: ' ',
  noindent: '',
  xspace: '',
};

/** What `\%` and its like stand for: a backslash and something that is no letter. */
export function escapedCharacter(sign: string): string | undefined {
  return escaped[sign];
}

/** The mark that `\"` or `\c` puts on the letter behind it. */
export function accentMark(command: string): string | undefined {
  return /^(?:[a-zA-Z]|[^a-zA-Z\d\s])$/.test(command) ? marks[command] : undefined;
}

/**
 * The letter with the mark on it. Without braces around the letter there must be such a letter in Unicode:
 * `\"q` in a text is an escaped quotation mark.
 */
export function accented(text: string, mark: string, inBraces: boolean): string | undefined {
  const [letter = '', ...rest] = text;
  const base = { ı: 'i', ȷ: 'j' }[letter] ?? letter;
  if (!/^\p{L}/u.test(base)) return undefined;
  const composed = (base + mark).normalize('NFC');
  return inBraces || [...composed].length === 1 ? composed + rest.join('') : undefined;
}

export interface NamedText {
  text: string;
  /** A letter of a word, which LaTeX takes the space behind. */
  isLetter?: true;
}

/** A command without arguments as text: `\o`, `\rightarrow`, `\log`. */
export function namedText(command: string): NamedText | undefined {
  if (!known.has(command)) {
    if (known.size >= MOST_KEPT) known.clear();
    known.set(command, readName(command));
  }
  return known.get(command);
}

/** Texts use the same commands over and over, and KaTeX is slower than a table. */
const known = new Map<string, NamedText | undefined>();
const MOST_KEPT = 1000;

function readName(command: string): NamedText | undefined {
  if (Object.hasOwn(spaces, command)) return { text: spaces[command] ?? '' };
  const found = Object.hasOwn(table, `\\${command}`) ? table[`\\${command}`] : undefined;
  const character = (typeof found === 'string' ? found : found?.text)?.normalize('NFC');
  if (character !== undefined && /^\p{Script=Latin}+$/u.test(character))
    return { text: character, isLetter: true };
  const source = `\\${command}`;
  const set = canSet(source) ? formulaToText(source) : '';
  if (set !== '') return { text: set };
  const isShown = character !== undefined && !/^\p{M}/u.test(character);
  return isShown ? { text: character.normalize('NFKC') } : undefined;
}
