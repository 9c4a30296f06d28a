/** A unit: what is left of one damaged character, and all that it can have been. */
import type { DamageTable, Piece } from './damage-table.ts';
import { findCandidates } from './gaps.ts';
import { rarity } from './rarity.ts';
import { sequenceLength } from './utf8.ts';

export interface Unit {
  /**
   * What it can have been, likely scripts first; never none. Each is a character, or where the damage made
   * no-break spaces plain, a character and the space that stands after it.
   */
  candidates: readonly string[];
  /** Whether nothing was lost: the bytes are all there, and there is one candidate. */
  isWhole: boolean;
  /** Whether nothing is left but the lead byte. */
  isBare: boolean;
  /** −ln P of what is received, given that it is damage: that of all its candidates together. */
  cost: number;
}

const PLAIN_SPACE = ' ';
const known = new WeakMap<DamageTable, Map<string, Unit | null>>();

/** The unit of `pieces`, of which `received` is made: a lead, and as much of a tail as there is. */
export function readUnit(
  received: string,
  pieces: readonly Piece[],
  table: DamageTable,
): Unit | null {
  let units = known.get(table);
  if (!units) known.set(table, (units = new Map()));
  let unit = units.get(received);
  if (unit === undefined) units.set(received, (unit = makeUnit(pieces, table)));
  return unit;
}

function makeUnit(pieces: readonly Piece[], table: DamageTable): Unit | null {
  const remains = pieces.map(({ bytes }) => bytes);
  const candidates = [...findCandidates(remains, table)];
  // A space at the end may be a space.
  let length = pieces.length;
  let after = '';
  for (; length > 1 && pieces[length - 1]?.form === PLAIN_SPACE; length--) {
    after += PLAIN_SPACE;
    for (const char of findCandidates(remains.slice(0, length - 1), table)) {
      candidates.push(char + after);
    }
  }
  const [first] = candidates;
  if (first === undefined) return null;
  const rarest = (candidate: string) => rarity(String.fromCodePoint(candidate.codePointAt(0) ?? 0));
  candidates.sort((a, b) => rarest(a) - rarest(b) || 0);
  let probability = 0;
  for (const candidate of candidates) probability += Math.exp(-rarest(candidate));
  const isCertain = remains.every(({ length: ways }) => ways === 1);
  return {
    candidates,
    isWhole:
      isCertain &&
      candidates.length === 1 &&
      pieces.length === sequenceLength(remains[0]?.[0] ?? 0),
    isBare: length === 1,
    cost: -Math.log(probability),
  };
}
