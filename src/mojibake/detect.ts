/**
 * Which tokens of a line are mojibake, span by span: the cheapest way through a line in two states, intact and
 * damaged, where each token costs its rarity in either reading and each change of state costs as well. So a
 * run of odd letters and symbols that spells UTF-8 is damage, and `café—` or `voilà »`, which by accident
 * spell it too, are not. Its limit: a lone damaged letter in Latin text has too little to show.
 */
import { intactCost, isOdd } from './intact-cost.ts';
import { IMPOSSIBLE, rarity } from './rarity.ts';
import type { Token } from './tokens.ts';
import type { Unit } from './unit.ts';

/** In nats. A change between tokens that touch is rarer than one with ASCII in between. */
export const CHANGE = 6;
const CHANGE_INSIDE_RUN = 12;
/** A line of a damaged text begins intact. */
const LIKELY = 4;
/** A character that lost its whole tail: rarer than one that lost a byte. */
const BARE_LEAD = 2;
/** The same with nothing damaged beside it: text that must not be touched on so little. */
const LONE_BARE_LEAD = 5;

/** Marks on the way: the best way into a token's intact, or damaged, state comes from the damaged one. */
const INTO_INTACT = 1;
const INTO_DAMAGED = 2;

/**
 * For each token, whether it is damage; those of `pinned` are, by a human's ruling.
 * `isLikely` says that other lines of the same text are damaged.
 */
export function detectDamage(
  line: string,
  tokens: readonly Token[],
  isLikely: boolean,
  pinned: ReadonlySet<Token> = new Set(),
): boolean[] {
  let intact = isLikely ? LIKELY : 0;
  let damaged = isLikely ? 0 : CHANGE;
  const cameFromDamaged = new Uint8Array(tokens.length);
  let wasAscii = true;
  tokens.forEach((token, index) => {
    const change = wasAscii ? CHANGE : CHANGE_INSIDE_RUN;
    wasAscii = token.kind === 'ascii';
    cameFromDamaged[index] =
      (damaged + change < intact ? INTO_INTACT : 0) |
      (damaged <= intact + change ? INTO_DAMAGED : 0);
    const before = intact;
    intact = Math.min(intact, damaged + change);
    damaged = Math.min(damaged, before + change);
    if (token.kind === 'foreign') damaged = Infinity;
    if (!token.unit) return;
    if (pinned.has(token)) intact = Infinity;
    else {
      for (let at = token.start; at < token.end; at++) intact += intactCost(line, at);
      damaged += damageCost(line, token, token.unit);
    }
  });
  const verdicts = new Array<boolean>(tokens.length);
  let state = damaged < intact;
  for (let index = tokens.length - 1; index >= 0; index--) {
    verdicts[index] = state && tokens[index]?.unit !== null;
    const mark = state ? INTO_DAMAGED : INTO_INTACT;
    state = ((cameFromDamaged[index] ?? 0) & mark) !== 0;
  }
  return verdicts;
}

function damageCost(line: string, { start, end }: Token, { candidates, isBare }: Unit): number {
  const codePoint = candidates[0]?.codePointAt(0) ?? 0;
  let cost = rarity(String.fromCodePoint(codePoint));
  if (isBare) {
    const isAlone = !isOdd(line.charCodeAt(start - 1)) && !isOdd(line.charCodeAt(end));
    cost += isAlone ? LONE_BARE_LEAD : BARE_LEAD;
  }
  return Math.min(cost, IMPOSSIBLE);
}
