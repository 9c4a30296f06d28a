/**
 * Which tokens of a line are mojibake, span by span: the cheapest way through a line in two states, intact and
 * damaged, where each token costs its rarity in either reading and each change of state costs as well. So a
 * run of odd letters and symbols that spells UTF-8 is damage, and `café—` or `voilà »`, which by accident
 * spell it too, are not. Its limit: a lone damaged letter in Latin text has too little to show.
 */
import { intactCost, isAsciiLetter, isOdd } from './intact-cost.ts';
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
/** And as a letter of a Latin word, as in René: Chinese is seldom a single character there. */
const BARE_LEAD_IN_WORD = 16;
/** What Latin words have, damaged as well. */
const ACCENTED = /^[\u00C0-\u00FF]$/;
const BARE_ACCENTED = 3;
/** What ends a French or Spanish word, and a sign that can follow: café—bar. By accident they make a gap. */
const END_OF_WORD = /^\u00E9[\u2013\u2014\u2018\u2019\u201C\u201D\u2026]$/;
const END_OF_FRENCH_WORD = 12;
/** A letter that stands in words of its own alphabet, but not here. Greek letters are symbols as well. */
const OTHER_ALPHABET =
  /(?=\p{L})[^\p{sc=Latn}\p{sc=Grek}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
/** The same for what stands in no Latin word, where the rarer Latin letters are as strange. */
const NOT_COMMON_ALPHABET =
  /(?=\p{L})[^\p{ASCII}\u00C0-\u00FF\p{sc=Grek}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}]/u;
const LONE_LETTER = 13;

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

function damageCost(line: string, token: Token, { candidates, isBare }: Unit): number {
  const { start, end } = token;
  const char = String.fromCodePoint(candidates[0]?.codePointAt(0) ?? 0);
  const before = line.charCodeAt(start - 1);
  // A space that the damage may have made plain parts words all the same.
  const after = line.charCodeAt(line[end - 1] === ' ' ? end - 1 : end);
  const isAlone = !isOdd(before) && !isOdd(after);
  const isAmongAscii = !(before > 0x7f) && !(after > 0x7f);
  const isInWord = isAmongAscii && (isAsciiLetter(before) || isAsciiLetter(after));
  let cost = rarity(char);
  if (isBare) {
    if (ACCENTED.test(char)) cost += BARE_ACCENTED;
    else cost += isInWord ? BARE_LEAD_IN_WORD : isAlone ? LONE_BARE_LEAD : BARE_LEAD;
  }
  if (isInWord && END_OF_WORD.test(line.slice(start, end))) cost += END_OF_FRENCH_WORD;
  if (isAmongAscii && (isInWord ? OTHER_ALPHABET : NOT_COMMON_ALPHABET).test(char)) {
    cost += LONE_LETTER;
  }
  return Math.min(cost, IMPOSSIBLE);
}
