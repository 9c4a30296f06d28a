/**
 * The repair of a text: find its damage, cut its lines into tokens, detect which are damage, decode what lost
 * bytes, obey the rulings, check the law. Linear in the text; pure.
 */
import { applyRulings, type Line } from './apply-rulings.ts';
import { CLAUSE_END } from './clauses.ts';
import type { CorrectionProblem } from './corrections.ts';
import { damageTable, type DamageTable } from './damage-table.ts';
import { detectDamage } from './detect.ts';
import { findDamage } from './find-damage.ts';
import type { LanguageModel } from './language-model.ts';
import { checkLaw } from './law.ts';
import type { PlacedRuling } from './place-rulings.ts';
import { readStretch } from './read-stretch.ts';
import type { Damage, Gap, RepairedText } from './repaired-text.ts';
import { tokenize, type Token } from './tokens.ts';
import { findUnknownDamage, isMisread, type DamageWarning } from './unknown-damage.ts';

export interface RepairOptions {
  model: LanguageModel;
  /** Rulings on this text; see `placeRulings`. */
  rulings?: readonly PlacedRuling[];
  /** The damage that the text has suffered; by default it is found out. */
  damage?: Damage;
}

export interface Repair extends RepairedText {
  /** Rulings that could not be obeyed. */
  problems: readonly CorrectionProblem[];
  /** Damage that can't be repaired. */
  warnings: readonly DamageWarning[];
}

/** So many damaged characters in a text make it likely that others are damage as well. */
const EVIDENCE = 5;
/** What lost bytes and has the replacement character in their place can't be repaired, only spoilt. */
const SPOILT = /[\u0080-\u2122]\uFFFD/;
/** Longer lines are repaired piece by piece, to keep memory in bounds. */
const STRETCH = 20_000;

/**
 * Repairs `received`, a text with any line endings. Intact text comes out as it is. Throws
 * {@link RepairLawError} if the result doesn't damage back to what was received.
 */
export function repairText(received: string, options: RepairOptions): Repair {
  const { model, rulings = [] } = options;
  // Odd places hold the line endings.
  const pieces = received.split(/(\r\n|\r|\n)/);
  const lines: Line[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const text = pieces[index] ?? '';
    if (!isAscii(text)) lines.push({ number: index / 2 + 1, text });
  }
  const texts = lines.map(({ text }) => text).filter((text) => !SPOILT.test(text));
  const damage = options.damage ?? findDamage(texts);
  const table = damageTable(damage);
  const { ruledLines, problems } = applyRulings(lines, rulings, table);
  const isLikely = hasEvidence(texts, table);
  const gaps: Gap[] = [];
  let isDamaged = false;
  for (const { number, text } of lines) {
    const ruledLine = ruledLines.get(number);
    if (!ruledLine && SPOILT.test(text)) continue;
    const stretches = ruledLine ? [ruledLine.tokens] : cut(text, table);
    const gapsBefore = gaps.length;
    let repaired = '';
    for (const tokens of stretches) {
      const start = tokens[0]?.start ?? 0;
      const end = tokens.at(-1)?.end ?? 0;
      const ruled = ruledLine?.ruled ?? new Map<Token, string>();
      const verdicts = detectDamage(text, tokens, isLikely, new Set(ruled.keys()));
      if (!verdicts.includes(true)) {
        repaired += text.slice(start, end);
        continue;
      }
      const place = { line: number, column: repaired.length + 1 };
      const spans = readStretch({ place, text, tokens, ruled, verdicts }, model, gaps);
      checkLaw(number, text.slice(start, end), spans, damage);
      repaired += spans.map((span) => span.repaired).join('');
    }
    if (repaired === text) continue;
    if (!ruledLine && isMisread(repaired)) gaps.length = gapsBefore;
    else {
      pieces[2 * (number - 1)] = repaired;
      isDamaged = true;
    }
  }
  const warnings = findUnknownDamage(
    lines.map(({ number }) => ({ number, text: pieces[2 * (number - 1)] ?? '' })),
  );
  return { text: pieces.join(''), damage: isDamaged ? damage : null, gaps, problems, warnings };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text);
}

function* cut(text: string, table: DamageTable): Generator<Token[]> {
  for (let start = 0; start < text.length;) {
    const tokens = tokenize(text, table, start, Math.min(text.length, start + STRETCH));
    start = tokens.at(-1)?.end ?? text.length;
    if (start < text.length) {
      const last = tokens.findLastIndex((token) => endsClause(token, text));
      if (last > tokens.length / 2) tokens.length = last + 1;
      start = tokens.at(-1)?.end ?? start;
    }
    yield tokens;
  }
}

function endsClause({ unit, end }: Token, text: string): boolean {
  return CLAUSE_END.test(unit?.isWhole ? (unit.candidates[0] ?? '') : (text[end - 1] ?? ''));
}

/** Whether enough of the text is damaged, beyond doubt, to expect more. */
function hasEvidence(lines: readonly string[], table: DamageTable): boolean {
  let count = 0;
  for (const text of lines) {
    for (const tokens of cut(text, table)) {
      for (const verdict of detectDamage(text, tokens, false)) if (verdict) count++;
      if (count >= EVIDENCE) return true;
    }
  }
  return false;
}
