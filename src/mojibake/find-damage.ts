/**
 * Which damage a text has suffered: the known ones race over a sample of it, and the one that makes the text
 * likeliest is taken. A damage that lost more bytes explains more, so that each character it explains counts
 * for less: a unit costs what all its candidates cost together. Racing as in Maron and Moore, "Hoeffding
 * races" (1993): what has fallen far behind on a little text is not tried on more.
 */
import { damageTable, type DamageTable } from './damage-table.ts';
import { CHANGE, detectDamage } from './detect.ts';
import { intactCost } from './intact-cost.ts';
import { DEFAULT_DAMAGE, knownDamages } from './known-damages.ts';
import type { Damage } from './repaired-text.ts';
import { tokenize } from './tokens.ts';

/** A lead byte of a Chinese character, an emoji or an accented letter, and what can follow it in its word. */
const SUSPECT =
  /[\u00C2-\u00F4\u011E\u011F\u0130\u015E][\u0080-\u00BF\u00C2-\u00F4\u0152-\u0192\u02C6\u02DC\u2013-\u2122 ]/;
/** What only a lead byte becomes, or begins with, whatever the damage: here a text can be cut. */
const LEAD = /[\u00C3\u00E3-\u00EF]/g;
/** Lines are sampled in parts of about this length. */
const PART = 200;
/** So many characters are read in the rounds of the race, all in all. */
const ROUNDS = [200, 800, 3_200, 20_000];
/** In nats: what is so far behind the first is out of the race. */
const BEHIND = 25;
/** In nats: a rarer damage must explain so much more. */
const UNUSUAL = 1;

/** After damage, where there is no end of a line: the first is likelier a no-break space that became plain. */
const TWO_SPACES = /^ {2}\S/;
/** In nats. */
const TWO_SPACES_COST = 3;

interface Runner {
  damage: Damage;
  table: DamageTable;
  /** −ln P of what was read so far, if this is the damage. */
  cost: number;
}

/** The damage that explains the text best; the default one where there is none to explain. */
export function findDamage(lines: readonly string[]): Damage {
  const parts = spread(findSuspects(lines));
  let runners: Runner[] = knownDamages.map((damage) => ({
    damage,
    table: damageTable(damage),
    cost: surprise(damage),
  }));
  let next = 0;
  let length = 0;
  for (const enough of ROUNDS) {
    const first = next;
    while (next < parts.length && length < enough) length += parts[next++]?.length ?? 0;
    if (next === first || runners.length === 1) continue;
    race(runners, parts.slice(first, next));
    // The sort is stable: of equals, the likelier damage stays before the other.
    runners.sort((a, b) => a.cost - b.cost);
    const limit = (runners[0]?.cost ?? 0) + BEHIND;
    runners = runners.filter(({ cost }) => cost <= limit);
  }
  return next > 0 ? (runners[0]?.damage ?? DEFAULT_DAMAGE) : DEFAULT_DAMAGE;
}

/** The parts of the lines that may be damaged. */
function findSuspects(lines: readonly string[]): string[] {
  const suspects: string[] = [];
  for (const line of lines) {
    for (let start = 0; start < line.length;) {
      const end = cutAfter(line, start + PART);
      const part = line.slice(start, end);
      if (SUSPECT.test(part)) suspects.push(part);
      start = end;
    }
  }
  return suspects;
}

/** The first place from `at` on where no character is cut in two, if there is one near. */
function cutAfter(line: string, at: number): number {
  if (at >= line.length) return line.length;
  LEAD.lastIndex = at;
  const lead = LEAD.exec(line.slice(0, at + PART));
  return lead ? lead.index : Math.min(line.length, at + PART);
}

/** The parts in another order, so that the first so many are from all over the text. */
function spread<Part>(parts: readonly Part[]): Part[] {
  // Bits reversed, as van der Corput's sequence has them: each half of the order walks the whole text.
  const bits = Math.ceil(Math.log2(Math.max(1, parts.length)));
  const order: Part[] = [];
  for (let index = 0; index < 2 ** bits; index++) {
    let reversed = 0;
    for (let bit = 0; bit < bits; bit++) reversed |= ((index >> bit) & 1) << (bits - 1 - bit);
    const part = parts[reversed];
    if (part !== undefined) order.push(part);
  }
  return order;
}

function surprise({ encoding, times, variant = [] }: Damage): number {
  const isDefault = encoding === DEFAULT_DAMAGE.encoding;
  return UNUSUAL * (variant.length + times + (isDefault ? 0 : 1));
}

/** Adds to each runner's cost that of the lines; those that fall behind need not read all of them. */
function race(runners: readonly Runner[], lines: readonly string[]): void {
  let best = Infinity;
  for (const runner of runners) {
    for (const line of lines) {
      runner.cost += weigh(line, runner.table);
      if (runner.cost > best + BEHIND) break;
    }
    best = Math.min(best, runner.cost);
  }
}

/** −ln P of the line, if this is the damage that it may have suffered. */
function weigh(line: string, table: DamageTable): number {
  let cost = 0;
  const tokens = tokenize(line, table);
  let wasDamage = false;
  detectDamage(line, tokens, true).forEach((isDamage, index) => {
    const token = tokens[index];
    if (!token) return;
    if (token.kind === 'ascii') {
      if (wasDamage && TWO_SPACES.test(line.slice(token.start, token.start + 3)))
        cost += TWO_SPACES_COST;
      return;
    }
    if (isDamage !== wasDamage) cost += CHANGE;
    wasDamage = isDamage;
    if (isDamage && token.unit) cost += token.unit.cost;
    else for (let at = token.start; at < token.end; at++) cost += intactCost(line, at);
  });
  return cost;
}
