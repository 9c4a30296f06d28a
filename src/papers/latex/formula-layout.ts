/** What stands above and below in a formula, on one line of text. */
import { joinPieces, operand, type Piece } from './formula-pieces.ts';
import { endsOpen, lower, raise } from './scripts.ts';

/** The marks that stand over a letter, and what they are called over more than one. */
const accents: Readonly<Record<string, { mark: string; name: string } | undefined>> = {
  '^': { mark: '\u0302', name: 'hat' },
  '~': { mark: '\u0303', name: 'tilde' },
  '\u02C9': { mark: '\u0304', name: 'bar' },
  '\u203E': { mark: '\u0305', name: 'overline' },
  '\u02D8': { mark: '\u0306', name: 'breve' },
  '\u02D9': { mark: '\u0307', name: 'dot' },
  '\u00A8': { mark: '\u0308', name: 'ddot' },
  '\u02DA': { mark: '\u030A', name: 'ring' },
  '\u02C7': { mark: '\u030C', name: 'check' },
  '\u20D7': { mark: '\u20D7', name: 'vec' },
  '→': { mark: '\u20D7', name: 'vec' },
  '\u02CA': { mark: '\u0301', name: 'acute' },
  '\u02CB': { mark: '\u0300', name: 'grave' },
};
/** Braces and bars drawn along what they belong to: they say nothing of their own. */
const drawn = /^[\u23DE\u23DF\u23B4\u23B5_\u203E\u2015\u00AF]$/u;

export interface Scripts {
  below: string;
  above: string;
  /** Whether what stands above may be a mark such as a hat. */
  isMark: boolean;
}

/** Something with what stands below and above it. */
export function scripted(base: readonly Piece[], { below, above, isMark }: Scripts): Piece {
  const text = joinPieces(base);
  const accent = isMark ? accents[above] : undefined;
  if (accent) {
    const isOne = /^\p{L}\p{M}*$/u.test(text);
    return operand(isOne ? text + accent.mark : `${accent.name}(${text})`);
  }
  const up = above === '' || drawn.test(above) ? '' : raise(above, text);
  const down = below === '' || drawn.test(below) ? '' : lower(below);
  // A script that is not Unicode's own goes last, or it would take in the other.
  const scripts = endsOpen(down) ? [up, down] : [down, up];
  const [only, ...others] = base;
  const isAlone = others.length === 0;
  const kind = isAlone && only && only.kind !== 'space' ? only.kind : 'operand';
  const whole = (isAlone ? text : bracketed(text)) + scripts.join('');
  return { kind, text: whole, ...(scripts.some(endsOpen) ? { open: true } : {}) };
}

export function fraction(above: string, below: string): Piece {
  return { kind: 'fraction', text: `${bracketed(above)}/${atomic(below)}` };
}

export function squareRoot(radicand: string): Piece {
  return operand(`√${atomic(radicand)}`);
}

export function root(radicand: string, degree: string): Piece {
  const sign = { '3': '∛', '4': '∜' }[degree];
  const inside = atomic(radicand);
  return operand(sign ? sign + inside : `${inside}^(1/${atomic(degree)})`);
}

/** In brackets unless it is one thing or a product: what may stand above a bar. */
function bracketed(text: string): string {
  return text === '' || /^[^\s/=<>+−±]+$/u.test(text) || isBracketed(text) ? text : `(${text})`;
}

/** In brackets unless it is one letter with its marks and scripts, one number, or one word. */
function atomic(text: string): string {
  const isOne = /^(?:\p{L}[\p{M}\p{Lm}\p{No}′*]*|[\d.]+|\p{Lu}?\p{Ll}{3,}|∞)$/u.test(text);
  return isOne || isBracketed(text) ? text : `(${text})`;
}

function isBracketed(text: string): boolean {
  return /^(?:\([^()]*\)|\|[^|]*\|)$/.test(text);
}
