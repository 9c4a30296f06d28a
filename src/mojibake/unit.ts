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
  let candidates = findCandidates(remains, table);
  let after = '';
  let rest = pieces;
  for (let shorter = withoutSpace(rest, table); shorter; shorter = withoutSpace(rest, table)) {
    rest = shorter;
    after += PLAIN_SPACE;
    const before = rest.map(({ bytes }) => bytes);
    const space = after;
    const spaced = findCandidates(before, table).map((char) => char + space);
    candidates = [...candidates, ...spaced].sort((a, b) => rarest(a) - rarest(b));
  }
  const [first] = candidates;
  if (first === undefined) return null;
  let probability = 0;
  for (const candidate of candidates) probability += Math.exp(-rarest(candidate));
  const isCertain = remains.every(({ length: ways }) => ways === 1);
  return {
    candidates,
    isWhole:
      isCertain &&
      candidates.length === 1 &&
      pieces.length === sequenceLength(remains[0]?.[0] ?? 0),
    isBare: rest.length === 1,
    cost: -Math.log(probability),
  };
}

/** The pieces, if the space that they end in is one of the text; null where there is none, or nothing before it. */
function withoutSpace(pieces: readonly Piece[], { leads, tails }: DamageTable): Piece[] | null {
  const before = pieces.slice(0, -1);
  const form = pieces.at(-1)?.form ?? '';
  if (!form.endsWith(PLAIN_SPACE)) return null;
  const shorter = form.slice(0, -PLAIN_SPACE.length);
  if (shorter === '') return before.length > 0 ? before : null;
  const piece = (before.length === 0 ? leads : tails).read(shorter, 0);
  return piece?.form === shorter ? [...before, piece] : null;
}

function rarest(candidate: string): number {
  return rarity(String.fromCodePoint(candidate.codePointAt(0) ?? 0));
}
