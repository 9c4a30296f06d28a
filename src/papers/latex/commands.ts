/** LaTeX commands of prose that take arguments, and those that change how a group is set. */
import type { PhrasingContent } from 'mdast';
import { formulaNodes } from './formula-nodes.ts';
import { linkNodes } from './link-nodes.ts';
import { phrasingToText } from './phrasing-text.ts';
import { lower, raise } from './scripts.ts';
import { styledNodes, type Style } from './styled-nodes.ts';

/** Reads LaTeX; in code, quotation marks and dashes stay what they are. */
export type Read = (latex: string, inCode?: boolean) => PhrasingContent[];

export interface ArgumentCommand {
  /** How many groups in braces it takes. */
  count: number;
  /** Whether a note in square brackets may stand before them; it comes as the last of `contents`. */
  noted?: true;
  show(contents: readonly string[], read: Read): PhrasingContent[];
}

const styles: Readonly<Record<string, Style>> = {
  textbf: 'strong',
  ...all('emphasis', 'textit textsl emph'),
  ...all('inlineCode', 'texttt path'),
  ...all('plain', 'textsc textsf textrm textup textmd textnormal text mbox hbox underline uline'),
};
const declarations: Readonly<Record<string, Style>> = {
  ...all('strong', 'bf bfseries'),
  ...all('emphasis', 'it itshape sl slshape em'),
  ...all('inlineCode', 'tt ttfamily'),
  ...all('plain', 'sc scshape sf sffamily rm rmfamily normalfont tiny small large Large'),
};

const citation: ArgumentCommand = {
  count: 1,
  noted: true,
  show: ([keys = '', note]) => {
    const parts = [...keys.split(','), note ?? ''].map((part) => part.trim()).filter(Boolean);
    return [text(`[${parts.join(', ')}]`)];
  },
};
const aside: ArgumentCommand = {
  count: 1,
  show: ([content = ''], read) => [text(' ('), ...read(content), text(')')],
};
const address: ArgumentCommand = {
  count: 1,
  show: ([written = ''], read) => linkNodes(written, undefined, read),
};
const second: ArgumentCommand = { count: 2, show: ([, content = ''], read) => read(content) };

const others: Readonly<Record<string, ArgumentCommand>> = {
  href: { count: 2, show: ([written = '', label], read) => linkNodes(written, label, read) },
  url: address,
  nolinkurl: address,
  footnote: aside,
  thanks: aside,
  textcolor: second,
  colorbox: second,
  texorpdfstring: { count: 2, show: ([content = ''], read) => read(content) },
  ensuremath: {
    count: 1,
    show: ([content = ''], read) => formulaNodes(content, read) ?? read(content),
  },
  textsuperscript: {
    count: 1,
    show: ([content = ''], read) => [text(raise(phrasingToText(read(content)), '0'))],
  },
  textsubscript: {
    count: 1,
    show: ([content = ''], read) => [text(lower(phrasingToText(read(content))))],
  },
};

/** What a command does with its arguments; undefined where it is not known to have any. */
export function argumentCommand(command: string): ArgumentCommand | undefined {
  const style = Object.hasOwn(styles, command) ? styles[command] : undefined;
  if (style !== undefined) {
    return {
      count: 1,
      show: ([content = ''], read) => styledNodes(style, read(content, style === 'inlineCode')),
    };
  }
  if (/^(?:auto|text|paren)?[cC]ite[a-z]{0,8}$/.test(command)) return citation;
  return Object.hasOwn(others, command) ? others[command] : undefined;
}

/** The style of `{\bf …}`. */
export function declaredStyle(command: string): Style | undefined {
  return Object.hasOwn(declarations, command) ? declarations[command] : undefined;
}

function all(style: Style, commands: string): Record<string, Style> {
  return Object.fromEntries(commands.split(' ').map((command) => [command, style]));
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
