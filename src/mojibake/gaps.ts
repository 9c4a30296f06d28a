/** Gaps: the characters that a lead byte with a short tail can have been. */
import type { DamageTable } from './damage-table.ts';
import { IMPOSSIBLE, rarity } from './rarity.ts';
import { decodeSequence, sequenceLength } from './utf8.ts';

/** For each byte that is left, the bytes it can have been. The first is the lead. */
export type Remains = readonly (readonly number[])[];

/**
 * All assigned characters whose bytes, less the lost ones, are `remains`. Likely scripts first, then by code
 * point. Empty where there is none.
 */
export function findCandidates(remains: Remains, { lost }: DamageTable): readonly string[] {
  const key = `${remains.join(' ')}|${lost.join()}`;
  let candidates = found.get(key);
  if (!candidates) found.set(key, (candidates = listCandidates(remains, lost)));
  return candidates;
}

/** Many damages lose the same bytes. */
const found = new Map<string, readonly string[]>();

function listCandidates(remains: Remains, lost: readonly number[]): readonly string[] {
  const [leads = [], ...tail] = remains;
  const chars = new Set<string>();
  for (const lead of leads) {
    for (const filled of fillTail(tail, sequenceLength(lead) - 1, lost)) {
      const codePoint = decodeSequence([lead, ...filled]);
      const char = codePoint < 0 ? '' : String.fromCodePoint(codePoint);
      if (char && rarity(char) < IMPOSSIBLE) chars.add(char);
    }
  }
  return [...chars].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1));
}

/** Every tail of `length` bytes that leaves `tail` when bytes of `lost` are taken out of it. */
function* fillTail(tail: Remains, length: number, lost: readonly number[]): Generator<number[]> {
  if (length < tail.length) return;
  if (length === 0) {
    yield [];
    return;
  }
  const [next, ...rest] = tail;
  if (next) {
    for (const filled of fillTail(rest, length - 1, lost)) {
      for (const byte of next) yield [byte, ...filled];
    }
  }
  if (length > tail.length) {
    for (const filled of fillTail(tail, length - 1, lost)) {
      for (const byte of lost) yield [byte, ...filled];
    }
  }
}
