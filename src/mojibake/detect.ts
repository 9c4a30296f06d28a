/**
 * Which tokens of a line are mojibake, span by span: the cheapest way through a line in two states, intact and
 * damaged, where each token costs its rarity in either reading and each change of state costs as well. So a
 * run of odd letters and symbols that spells UTF-8 is damage, and `café—` or `voilà »`, which by accident
 * spell it too, are not. Its limit: a lone damaged letter in Latin text has too little to show.
 */
import { IMPOSSIBLE, rarity } from './rarity.ts';
import type { Token } from './tokens.ts';

/** In nats. A change between tokens that touch is rarer than one with ASCII in between. */
const CHANGE = 6;
const CHANGE_INSIDE_RUN = 12;
/** A line of a damaged text begins intact. */
const LIKELY = 4;
/** A character that lost its whole tail: rarer than one that lost a byte. */
const BARE_LEAD = 2;
/** The same with nothing damaged beside it: text that must not be touched on so little. */
const LONE_BARE_LEAD = 5;

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
  // For each token: whether the best way into its intact, and its damaged state, comes from the damaged one.
  const cameFrom: [boolean, boolean][] = [];
  let wasAscii = true;
  for (const token of tokens) {
    const change = wasAscii ? CHANGE : CHANGE_INSIDE_RUN;
    wasAscii = token.kind === 'ascii';
    const [intactCost, damagedCost] = costs(line, token, pinned.has(token));
    const intoIntact = damaged + change < intact;
    const intoDamaged = damaged <= intact + change;
    cameFrom.push([intoIntact, intoDamaged]);
    const before = intact;
    intact = Math.min(intact, damaged + change) + intactCost;
    damaged = Math.min(damaged, before + change) + damagedCost;
  }
  const verdicts = new Array<boolean>(tokens.length);
  let state = damaged < intact;
  for (let index = tokens.length - 1; index >= 0; index--) {
    verdicts[index] = state && tokens[index]?.candidates.length !== 0;
    state = cameFrom[index]?.[state ? 1 : 0] ?? false;
  }
  return verdicts;
}

/** What the token costs as intact text, and as damage. */
function costs(line: string, token: Token, isPinned: boolean): [number, number] {
  if (token.kind === 'ascii') return [0, 0];
  if (token.kind === 'foreign') return [0, Infinity];
  if (isPinned) return [Infinity, 0];
  let intact = 0;
  for (let at = token.start; at < token.end; at++) intact += intactCost(line, at);
  const damaged = rarity(token.candidates[0] ?? '') + bareLeadCost(line, token);
  return [intact, Math.min(damaged, IMPOSSIBLE)];
}

function bareLeadCost(line: string, { start, end }: Token): number {
  if (end - start > 1) return 0;
  return isOdd(line.charAt(start - 1)) || isOdd(line.charAt(end)) ? BARE_LEAD : LONE_BARE_LEAD;
}

const ASCII_LETTER = /[A-Za-z]/;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
/** Signs that intact Western text uses freely: spaces, quotes, dashes, currency, degrees and the like. */
const COMMON_SIGN =
  /[\u00A0\u00AB\u00BB\u2013\u2014\u2018\u2019\u201C\u201D\u2026\u2022\u00B7\u00B0\u00A9\u00AE\u2122\u20AC\u00A3\u00A7\u00B1\u00D7\u00F7]/;

/** −ln P of the character at `at` in intact Western text, given its neighbours. */
function intactCost(line: string, at: number): number {
  const char = line.charAt(at);
  const before = line.charAt(at - 1);
  const after = line.charAt(at + 1);
  if (COMMON_SIGN.test(char)) return 4.5;
  if (!LETTER.test(char)) return 10;
  const isInWord = ASCII_LETTER.test(before) || ASCII_LETTER.test(after);
  if (LOWER.test(char)) {
    if (isOdd(before) || isOdd(after)) return isInWord ? 7 : 12;
    return isInWord ? 3.5 : 8.5;
  }
  // A capital opens a word or stands among capitals.
  return isInWord && !LOWER.test(before) && (ASCII_LETTER.test(after) || after === '') ? 4.5 : 8;
}

/** Whether a character is one that Western text seldom has beside a letter that is in no word. */
function isOdd(char: string): boolean {
  return char > '\u007F' && !COMMON_SIGN.test(char);
}
