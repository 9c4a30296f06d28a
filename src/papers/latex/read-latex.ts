/**
 * Reads the LaTeX of titles and abstracts as Markdown's phrasing content. What is not known stays as it was
 * written: an abstract is never shortened. The time it takes is in proportion to the text, whatever is in it;
 * groups nested deeper than any author's are left as they are.
 */
import type { PhrasingContent } from 'mdast';
import { groupsFrom, matchBraces } from './braces.ts';
import { argumentCommand, declaredStyle, type Read } from './commands.ts';
import { formulaNodes, isBetweenPrices } from './formula-nodes.ts';
import { formulaToText } from './formula-text.ts';
import { linkNodes } from './link-nodes.ts';
import { appendNodes, appendText } from './node-list.ts';
import { phrasingToText } from './phrasing-text.ts';
import { canSet, LONGEST_FORMULA, mendFormula } from './set-formula.ts';
import { accented, accentMark, escapedCharacter, namedText } from './signs.ts';
import { styledNodes } from './styled-nodes.ts';
import { accentBase, formulas, groupStart, lineBreakEnd, matchAt, token } from './tokens.ts';
import { Typography } from './typography.ts';

const DEEPEST = 40;

/** What stands at a place, and where it ends. */
interface Found {
  nodes: PhrasingContent[];
  end: number;
}

/** Reads a whole text, which stands so many groups deep. */
export function readLatex(text: string, depth = 0, inCode = false): PhrasingContent[] {
  if (depth > DEEPEST) return appendText([], text);
  return new LatexReader(text, depth, inCode).read();
}

class LatexReader {
  #text: string;
  #closing: ReadonlyMap<number, number>;
  #typography: Typography | undefined;
  #within: Read;

  constructor(text: string, depth: number, inCode: boolean) {
    this.#text = text;
    this.#closing = matchBraces(text);
    this.#typography = inCode ? undefined : new Typography(text);
    this.#within = (latex, asCode = inCode) => readLatex(latex, depth + 1, asCode);
  }

  read(): PhrasingContent[] {
    const nodes: PhrasingContent[] = [];
    const scanner = new RegExp(token);
    let position = 0;
    for (let match = scanner.exec(this.#text); match; match = scanner.exec(this.#text)) {
      appendText(nodes, this.#text.slice(position, match.index));
      const found = this.#find(match);
      position = found?.end ?? match.index + match[0].length;
      appendNodes(nodes, found?.nodes ?? [text(match[0])]);
      scanner.lastIndex = position;
    }
    return appendText(nodes, this.#text.slice(position));
  }

  #find({ index, 0: whole, groups = {} }: RegExpExecArray): Found | undefined {
    const { command, sign, dollar, brace, script, url } = groups;
    const after = index + whole.length;
    if (command !== undefined) return this.#command(command, index, after);
    if (sign !== undefined) return this.#sign(sign, index, after);
    if (dollar !== undefined) return this.#formula(formulas.$, index);
    if (brace !== undefined) return this.#group(index);
    if (script !== undefined) return this.#formulaFrom(index, index);
    if (url !== undefined) return this.#address(url, index);
    if (whole === '`') return this.#singleQuotes(index);
    const read = this.#typography?.read(whole, index);
    return read === undefined ? undefined : { nodes: [text(read)], end: after };
  }

  #command(command: string, start: number, after: number): Found | undefined {
    const known = argumentCommand(command);
    if (known) {
      const groups = groupsFrom(this.#text, after, this.#closing, known);
      return groups && { nodes: known.show(groups.contents, this.#within), end: groups.end };
    }
    const mark = accentMark(command);
    if (mark !== undefined) return this.#accent(mark, start, after);
    return this.#formulaFrom(start, after) ?? this.#named(command, start, after);
  }

  #sign(sign: string, start: number, after: number): Found | undefined {
    if (sign === '(' || sign === '[') return this.#formula(formulas[sign], start);
    if (sign === '\\') {
      const rest = matchAt(lineBreakEnd, this.#text, after);
      const space = /\s/.test(this.#text[start - 1] ?? '') ? '' : ' ';
      return rest ? { nodes: [text(space)], end: after + rest[0].length } : undefined;
    }
    const mark = accentMark(sign);
    if (mark !== undefined) return this.#accent(mark, start, after);
    const character = escapedCharacter(sign);
    return character === undefined ? undefined : { nodes: [text(character)], end: after };
  }

  #formula(pattern: RegExp, start: number): Found | undefined {
    const match = matchAt(pattern, this.#text, start);
    if (!match) return undefined;
    const { shown, inline = '' } = match.groups ?? {};
    const end = start + match[0].length;
    if (shown === undefined && isBetweenPrices(inline, this.#text[end])) return undefined;
    const nodes = formulaNodes(shown ?? inline, this.#within);
    return nodes && { nodes, end };
  }

  /** What stands above or below a word, and a command with its arguments, where it is a formula. */
  #formulaFrom(start: number, after: number): Found | undefined {
    let end = after;
    for (let at = end; end - start < LONGEST_FORMULA; at = end) {
      if (/[_^]/.test(this.#text[at] ?? '')) at++;
      const close = this.#closing.get(at);
      if (close !== undefined) end = close + 1;
      else if (at > end && after > start && /[a-zA-Z\d]/.test(this.#text[at] ?? '')) end = at + 1;
      else break;
    }
    const given = this.#text.slice(after, end);
    if (given === '' || given === '{}' || end - start > LONGEST_FORMULA) return undefined;
    const value = mendFormula(this.#text.slice(start, end));
    const isFormula = canSet(value) && formulaToText(value) !== '';
    return isFormula ? { nodes: [{ type: 'inlineMath', value }], end } : undefined;
  }

  #named(command: string, start: number, after: number): Found | undefined {
    const named = namedText(command);
    if (!named) return undefined;
    const { isLetter = false } = named;
    // A word such as `log` would grow together with what stands before it.
    const isWord = !isLetter && /^[a-z]/i.test(named.text);
    const isBeside = isWord && /[\p{L}\d]/u.test(this.#text[start - 1] ?? '');
    const rest = matchAt(isLetter ? /\{\}|[ \n]+(?=\p{L})/uy : /\{\}/uy, this.#text, after);
    return {
      nodes: [text((isBeside ? ' ' : '') + named.text)],
      end: after + (rest?.[0].length ?? 0),
    };
  }

  /** The letter behind an accent, in braces or not. */
  #accent(mark: string, start: number, after: number): Found | undefined {
    const match = matchAt(accentBase, this.#text, after);
    if (!match) return undefined;
    const end = after + match[0].length;
    const { brace, command, letter = '' } = match.groups ?? {};
    if (brace !== undefined) return this.#accentOnGroup(mark, start, end);
    const base = command === undefined ? letter : (namedText(command)?.text ?? '');
    const found = accented(base, mark, false);
    return found === undefined ? undefined : { nodes: [text(found)], end };
  }

  #accentOnGroup(mark: string, start: number, inside: number): Found | undefined {
    const close = this.#closing.get(inside - 1);
    if (close === undefined) return undefined;
    const nodes = this.#within(this.#text.slice(inside, close));
    const found = accented(phrasingToText(nodes), mark, true);
    // Nothing is read twice: what is nested in such groups would be read over and over.
    const shown =
      found === undefined
        ? [text(this.#text.slice(start, inside)), ...nodes, text('}')]
        : [text(found)];
    return { nodes: shown, end: close + 1 };
  }

  /** `{\bf x}` and `{\"o}`; other braces are the text's own. */
  #group(start: number): Found | undefined {
    const close = this.#closing.get(start);
    const first = close === undefined ? null : matchAt(groupStart, this.#text, start + 1);
    if (close === undefined || !first) return undefined;
    const { command, sign = '' } = first.groups ?? {};
    const end = close + 1;
    const style = command === undefined ? undefined : declaredStyle(command);
    if (style !== undefined) {
      const content = this.#text.slice(start + 1 + first[0].length, close).trimStart();
      return { nodes: styledNodes(style, this.#within(content, style === 'inlineCode')), end };
    }
    const isKnown =
      command === undefined
        ? accentMark(sign)
        : (argumentCommand(command) ?? accentMark(command) ?? namedText(command));
    return isKnown ? { nodes: this.#within(this.#text.slice(start + 1, close)), end } : undefined;
  }

  /** An address without what a sentence leaves behind it. */
  #address(url: string, start: number): Found {
    const address = url.replace(/[.,;:!?'")\]]+$/, '');
    return { nodes: linkNodes(address, undefined, this.#within), end: start + address.length };
  }

  #singleQuotes(start: number): Found | undefined {
    const end = this.#typography?.singleQuotesEnd(start);
    if (end === undefined) return undefined;
    const inner = this.#within(this.#text.slice(start + 1, end - 1));
    return { nodes: [text('‘'), ...inner, text('’')], end };
  }
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
