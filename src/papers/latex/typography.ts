/** What LaTeX makes of characters that are no commands: dashes, quotation marks, ties. */
import { matchAt } from './tokens.ts';

const chinese = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;
const quoted = /`(?=[^\s'`])[^`'\n]{1,60}'(?![\p{L}'])/uy;

/** Reads such signs of one text from its beginning to its end. */
export class Typography {
  #text: string;
  #lastClosing: number;
  #open = 0;

  constructor(text: string) {
    this.#text = text;
    this.#lastClosing = text.lastIndexOf("''");
  }

  /** What a sign at a place reads as; undefined where it is what it looks like. */
  read(sign: string, place: number): string | undefined {
    const before = this.#text[place - 1] ?? '';
    const after = this.#text[place + sign.length] ?? '';
    if (sign === '~') return tie(before, after);
    if (sign === '``') return this.#opening(place, after);
    if (sign === "''") return this.#open > 0 && this.#open-- ? '”' : undefined;
    return sign.startsWith('--') ? dash(sign, before, after) : undefined;
  }

  /** Where `single quotes' that open at a place end. */
  singleQuotesEnd(place: number): number | undefined {
    if (/[\p{L}\p{N}]/u.test(this.#text[place - 1] ?? '')) return undefined;
    const match = matchAt(quoted, this.#text, place);
    return match ? place + match[0].length : undefined;
  }

  #opening(place: number, after: string): string | undefined {
    if (place >= this.#lastClosing || !/\S/.test(after)) return undefined;
    this.#open++;
    return '“';
  }
}

/** A tie is a no-break space, but `~19`, `5~10` and `甲~乙` are about amounts. */
function tie(before: string, after: string): string | undefined {
  const isRange = /[\d~]/.test(after) || chinese.test(after) || chinese.test(before);
  return isRange ? undefined : '\u00A0';
}

/** Those before a word, as in `--verbose`, are an option's. */
function dash(hyphens: string, before: string, after: string): string | undefined {
  if (/^[a-z]$/i.test(after) && !/\S/.test(before)) return undefined;
  return { '--': '–', '---': '—' }[hyphens];
}
