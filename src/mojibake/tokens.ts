/**
 * A line cut into what could each be one damaged character. Lead bytes are never lost, so the cut is certain;
 * whether a token is damage at all is the detector's question.
 */
import type { DamageTable, Piece } from './damage-table.ts';
import { readUnit, type Unit } from './unit.ts';
import { sequenceLength } from './utf8.ts';

export interface Token {
  /** - `ascii`: a run that every damage leaves as it is
   *  - `foreign`: characters that the damage can't have made, so they are intact
   *  - `whole`: a complete UTF-8 sequence in disguise
   *  - `gap`: a lead byte with a short tail, or with bytes that the damage made alike */
  kind: 'ascii' | 'foreign' | 'whole' | 'gap';
  /** UTF-16 positions in the line. */
  start: number;
  end: number;
  /** What it can have been, for `whole` and `gap`. */
  unit: Unit | null;
}

/** Whatever lost bytes by leaving this in their place can't be repaired, only spoilt. */
const REPLACEMENT = 0xfffd;

/**
 * Cuts `line`, or its part from `start` up to the token that reaches `enough`. Every code unit belongs to one
 * token, in order.
 */
export function tokenize(
  line: string,
  table: DamageTable,
  start = 0,
  enough = line.length,
): Token[] {
  const tokens: Token[] = [];
  let at = start;
  while (at < enough) {
    const token = readToken(line, at, table);
    const last = tokens.at(-1);
    // Runs are one token each; only a sequence or a gap is one character.
    if (last && last.kind === token.kind && !token.unit) last.end = token.end;
    else tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(line: string, start: number, table: DamageTable): Token {
  if (line.charCodeAt(start) < 0x80) return { kind: 'ascii', start, end: start + 1, unit: null };
  const foreign: Token = { kind: 'foreign', start, end: start + 1, unit: null };
  const lead = table.leads.read(line, start);
  if (!lead) return foreign;
  const pieces: Piece[] = [lead];
  let end = start + lead.form.length;
  for (; end < line.length && pieces.length < longestSequence(lead);) {
    const tail = table.tails.read(line, end);
    if (!tail) break;
    pieces.push(tail);
    end += tail.form.length;
  }
  const unit = readUnit(line.slice(start, end), pieces, table);
  if (!unit) return foreign;
  if (unit.isWhole) return { kind: 'whole', start, end, unit };
  return line.charCodeAt(end) === REPLACEMENT ? foreign : { kind: 'gap', start, end, unit };
}

/** How many bytes a character can have that starts so. */
function longestSequence({ bytes }: Piece): number {
  return Math.max(...bytes.map(sequenceLength));
}
