/**
 * Which damage a text has suffered: each known one is tried on a sample of its lines, and the one that makes
 * the text likeliest is taken. A damage that lost more bytes explains more, so that each character it explains
 * counts for less: a unit costs what all its candidates cost together.
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
/** A line is sampled in parts of this length. */
const PART = 500;
/** So much of a text is read with every damage, and so much with those that are then left. */
const FIRST_SAMPLE = 2_000;
const SECOND_SAMPLE = 20_000;
const LEFT = 8;
/** In nats: a rarer damage must explain so much more. */
const UNUSUAL = 1;

/** The damage that explains the text best; the default one where there is none to explain. */
export function findDamage(lines: readonly string[]): Damage {
  const suspects: string[] = [];
  for (const line of lines) {
    for (let start = 0; start < line.length; start += PART) {
      const part = line.slice(start, start + PART);
      if (SUSPECT.test(part)) suspects.push(part);
    }
  }
  if (suspects.length === 0) return DEFAULT_DAMAGE;
  const left = rank(sample(suspects, FIRST_SAMPLE), knownDamages).slice(0, LEFT);
  return rank(sample(suspects, SECOND_SAMPLE), left)[0] ?? DEFAULT_DAMAGE;
}

/** Lines from all over the text, of `length` characters together. */
function sample(lines: readonly string[], length: number): string[] {
  let total = 0;
  for (const line of lines) total += line.length;
  const step = Math.max(1, total / length);
  const sampled: string[] = [];
  for (let at = 0; at < lines.length; at += step) sampled.push(lines[Math.floor(at)] ?? '');
  return sampled;
}

/** The damages, best first; of equals the likelier one. */
function rank(lines: readonly string[], damages: readonly Damage[]): Damage[] {
  return damages
    .map((damage) => ({ damage, cost: weigh(lines, damageTable(damage)) + surprise(damage) }))
    .sort((a, b) => a.cost - b.cost)
    .map(({ damage }) => damage);
}

function surprise({ encoding, times, variant = [] }: Damage): number {
  const isDefault = encoding === DEFAULT_DAMAGE.encoding;
  return UNUSUAL * (variant.length + times + (isDefault ? 0 : 1));
}

/** −ln P of the lines, if this is the damage that they may have suffered. */
function weigh(lines: readonly string[], table: DamageTable): number {
  let cost = 0;
  for (const line of lines) {
    const tokens = tokenize(line, table);
    let wasDamage = false;
    detectDamage(line, tokens, true).forEach((isDamage, index) => {
      const token = tokens[index];
      if (!token || token.kind === 'ascii') return;
      if (isDamage !== wasDamage) cost += CHANGE;
      wasDamage = isDamage;
      if (isDamage && token.unit) cost += token.unit.cost;
      else for (let at = token.start; at < token.end; at++) cost += intactCost(line, at);
    });
  }
  return cost;
}
