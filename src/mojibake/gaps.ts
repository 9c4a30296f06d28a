/** Gaps: the characters that a lead byte with a short tail can have been. */
import type { CodePage } from './code-page.ts';
import { IMPOSSIBLE, rarity } from './rarity.ts';
import { decodeSequence, sequenceLength } from './utf8.ts';

const found = new WeakMap<CodePage, Map<string, readonly string[]>>();

/**
 * All assigned characters whose bytes, less the lost ones, are `bytes`: a lead byte and the tail that is left.
 * Likely scripts first, then by code point. Empty where there is none.
 */
export function findCandidates(bytes: readonly number[], page: CodePage): readonly string[] {
  let known = found.get(page);
  if (!known) found.set(page, (known = new Map()));
  const key = bytes.join();
  let candidates = known.get(key);
  if (!candidates) known.set(key, (candidates = computeCandidates(bytes, page)));
  return candidates;
}

function computeCandidates(bytes: readonly number[], page: CodePage): readonly string[] {
  const [lead = 0, ...tail] = bytes;
  const chars = new Set<string>();
  for (const filled of fillTail(tail, sequenceLength(lead) - 1, page.lost)) {
    const codePoint = decodeSequence([lead, ...filled]);
    const char = codePoint < 0 ? '' : String.fromCodePoint(codePoint);
    if (char && rarity(char) < IMPOSSIBLE) chars.add(char);
  }
  return [...chars].sort((a, b) => rarity(a) - rarity(b) || (a < b ? -1 : 1));
}

/** Every tail of `length` bytes that leaves `tail` when bytes of `lost` are taken out of it. */
function* fillTail(
  tail: readonly number[],
  length: number,
  lost: readonly number[],
): Generator<number[]> {
  if (length < tail.length) return;
  if (length === 0) {
    yield [];
    return;
  }
  const [next, ...rest] = tail;
  if (next !== undefined)
    for (const filled of fillTail(rest, length - 1, lost)) yield [next, ...filled];
  if (length > tail.length) {
    for (const byte of lost) {
      if (byte < 0x80 || byte >= 0xc0) continue;
      for (const filled of fillTail(tail, length - 1, lost)) yield [byte, ...filled];
    }
  }
}
