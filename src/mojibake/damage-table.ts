/**
 * A damage as a table: what each byte of the intact UTF-8 has become, through one reading or several in a
 * row. Each reading encodes what the one before it left, so that a byte's form grows from one character to
 * as many as three for each reading, or vanishes. Nothing else needs to know how often a text was mis-read.
 */
import { readCodePage, type Deviation } from './code-page.ts';
import type { Damage } from './repaired-text.ts';
import { encodeCodePoint, isContinuation, sequenceLength } from './utf8.ts';

export interface DamageTable {
  damage: Damage;
  /** What each byte, 0 to 255, has become; empty for a byte that vanishes. ASCII stays. */
  formOf: readonly string[];
  /** The continuation bytes (80 to BF) that vanish. */
  lost: readonly number[];
  leads: FormIndex;
  tails: FormIndex;
}

/** Finds which bytes can have become what stands at a place. */
export interface FormIndex {
  /** The longest form of the index that `text` has at `start`; null where there is none. */
  read(text: string, start: number): Piece | null;
}

/** The form of a byte: of several, where the damage made them alike. */
export interface Piece {
  form: string;
  bytes: readonly number[];
}

/** Of a reading that loses nothing. */
const LOSSLESS: readonly Deviation[] = ['controls-kept', 'soft-hyphens-kept'];

const tables = new Map<string, DamageTable>();

/** The table of `damage`; made once. */
export function damageTable(damage: Damage): DamageTable {
  const key = [damage.encoding, damage.times, ...(damage.variant ?? [])].join(' ');
  let table = tables.get(key);
  if (!table) tables.set(key, (table = makeTable(damage)));
  return table;
}

function makeTable(damage: Damage): DamageTable {
  const { encoding, times, variant = [] } = damage;
  const always = variant.filter(
    (one) => one !== 'first-lossless' && one !== 'spaces-plain-at-last',
  );
  let formOf: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
    String.fromCharCode(byte),
  );
  for (let time = 1; time <= times; time++) {
    const isLast = time === times;
    const deviations = new Set<Deviation>(always);
    if (isLast && variant.includes('spaces-plain-at-last')) deviations.add('spaces-plain');
    const isLossless = !isLast && variant.includes('first-lossless');
    const charOf = readCodePage(encoding, isLossless ? LOSSLESS : [...deviations]);
    formOf = formOf.map((form) =>
      time === 1 ? (charOf[form.charCodeAt(0)] ?? '') : read(form, charOf),
    );
  }
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const tails = bytes.filter(isContinuation);
  return {
    damage,
    formOf,
    lost: tails.filter((byte) => formOf[byte] === ''),
    leads: indexForms(
      bytes.filter((byte) => sequenceLength(byte) > 1),
      formOf,
    ),
    tails: indexForms(tails, formOf),
  };
}

/** Encodes the form and reads it once more. */
function read(form: string, charOf: readonly string[]): string {
  let again = '';
  for (const char of form) {
    for (const byte of encodeCodePoint(char.codePointAt(0) ?? 0)) again += charOf[byte] ?? '';
  }
  return again;
}

/** Forms are made of characters below this; the trade mark sign is the last. */
const FORM_LIMIT = 0x2123;

function indexForms(bytes: readonly number[], formOf: readonly string[]): FormIndex {
  const pieces = new Map<string, { form: string; bytes: number[] }>();
  /** The length of the longest form that begins with a code unit. */
  const longest = new Uint8Array(FORM_LIMIT);
  for (const byte of bytes) {
    const form = formOf[byte] ?? '';
    if (form === '') continue;
    const known = pieces.get(form);
    if (known) known.bytes.push(byte);
    else pieces.set(form, { form, bytes: [byte] });
    const first = form.charCodeAt(0);
    longest[first] = Math.max(longest[first] ?? 0, form.length);
  }
  return {
    read(text, start) {
      for (let length = longest[text.charCodeAt(start)] ?? 0; length > 0; length--) {
        const piece = pieces.get(text.slice(start, start + length));
        if (piece) return piece;
      }
      return null;
    },
  };
}
