/**
 * Damage that is seen and can't be repaired: UTF-8 read in an encoding that turns it into other words than
 * ours, or with the replacement character in place of what was lost. It is reported, and left alone.
 */
import iconv from 'iconv-lite';
import { isContinuation, sequenceLength } from './utf8.ts';

/** A warning for a person. Line and column count from 1, columns in UTF-16 code units. */
export interface DamageWarning {
  name: 'DAMAGE_UNKNOWN';
  line: number;
  column: number;
  /** What is wrong, with the place where it is seen first. */
  what: string;
  todo: string;
}

interface Line {
  number: number;
  text: string;
}

/** As iconv-lite names them, and as people do. */
const ENCODINGS: readonly (readonly [string, string])[] = [
  ['gbk', 'GBK'],
  ['shiftjis', 'Shift JIS'],
  ['windows1251', 'windows-1251'],
  ['koi8r', 'KOI8-R'],
  ['cp437', 'code page 437'],
  ['macintosh', 'Mac Roman'],
];

/** Of these, the ones that leave signs which other damage leaves as well. */
const ONE_BYTE = ['windows1251', 'koi8r', 'cp437', 'macintosh'];

/** The lead bytes of nearly all Chinese characters and signs. */
const LEADS = [0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xef];
/** So many characters of UTF-8 in a row, or nearly so, are no accident. */
const ENOUGH = 3;
const NEARLY = 0.75;

/** One warning for each kind of damage that the lines hold, at the first place. */
export function findUnknownDamage(lines: readonly Line[]): DamageWarning[] {
  const warnings = [findReplaced(lines)];
  for (const [encoding, title] of ENCODINGS) warnings.push(findMisread(lines, encoding, title));
  return warnings.filter((warning) => warning !== null);
}

/** Whether the line was read in another page of single bytes, and whatever else it looks like is an accident. */
export function isMisread(text: string): boolean {
  return ONE_BYTE.some((encoding) => findRun(text, encoding) !== null);
}

function findReplaced(lines: readonly Line[]): DamageWarning | null {
  const hit = lines.filter(({ text }) => text.includes('\uFFFD'));
  const [first] = hit;
  if (!first) return null;
  const column = first.text.indexOf('\uFFFD') + 1;
  const what = `Characters were lost and replaced by U+FFFD on ${count(hit.length)}.`;
  return warn(first.number, column, what);
}

function findMisread(
  lines: readonly Line[],
  encoding: string,
  title: string,
): DamageWarning | null {
  let first: { line: number; column: number; seen: string } | null = null;
  let hits = 0;
  for (const { number, text } of lines) {
    const found = findRun(text, encoding);
    if (!found) continue;
    hits++;
    first ??= { line: number, column: found.index + 1, seen: found.run };
  }
  if (!first) return null;
  const seen = [...first.seen].slice(0, 12).join('');
  const what = `${count(hits)} ${hits === 1 ? 'looks' : 'look'} like UTF-8 read as ${title}, as ${seen} does.`;
  return warn(first.line, first.column, what);
}

function warn(line: number, column: number, what: string): DamageWarning {
  const todo = 'It is left as it is. Get the text from its source again, and save it as UTF-8.';
  return { name: 'DAMAGE_UNKNOWN', line, column, what, todo };
}

function count(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}

/** A run of text that isn't ASCII, but for what stands in for bytes that the encoding doesn't have. */
const RUN = /[^\0-\x7F](?:[^\0-\x7F]|\?(?=[^\0-\x7F]))*/gu;

function findRun(text: string, encoding: string): { index: number; run: string } | null {
  if ((text.match(suspectPattern(encoding))?.length ?? 0) < ENOUGH - 1) return null;
  for (const { index, 0: run } of text.matchAll(RUN)) {
    if (isUtf8(iconv.encode(run, encoding))) return { index, run };
  }
  return null;
}

/** Whether nearly all of the bytes are those of characters of three bytes, as Chinese ones have. */
function isUtf8(bytes: Uint8Array): boolean {
  let characters = 0;
  for (let at = 0; at + 2 < bytes.length; at++) {
    const isLead = sequenceLength(bytes[at] ?? 0) === 3;
    if (!isLead || !isContinuation(bytes[at + 1] ?? 0) || !isContinuation(bytes[at + 2] ?? 0)) {
      continue;
    }
    characters++;
    at += 2;
  }
  return characters >= ENOUGH && 3 * characters >= NEARLY * bytes.length;
}

const patterns = new Map<string, RegExp>();

/** What a character that begins one has become: its first two bytes, read as one character or as two. */
function suspectPattern(encoding: string): RegExp {
  let pattern = patterns.get(encoding);
  if (!pattern) {
    const alternatives = new Set<string>();
    for (const lead of LEADS) {
      for (let tail = 0x80; tail < 0xc0; tail++) {
        const read = iconv.decode(Uint8Array.of(lead, tail), encoding);
        if (!read.includes('\uFFFD')) alternatives.add(read);
      }
    }
    const singles = [...alternatives].filter((read) => [...read].length === 1);
    const pairs = [...alternatives].filter((read) => [...read].length > 1);
    const classOf = (chars: readonly string[]) =>
      `[${[...new Set(chars)].map((char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`).join('')}]`;
    const parts = [];
    if (singles.length > 0) parts.push(classOf(singles));
    if (pairs.length > 0) {
      const [leads, tails] = [0, 1].map((at) => classOf(pairs.map((pair) => [...pair][at] ?? '')));
      parts.push(`${leads}${tails}`);
    }
    patterns.set(encoding, (pattern = new RegExp(parts.join('|'), 'gu')));
  }
  return pattern;
}
