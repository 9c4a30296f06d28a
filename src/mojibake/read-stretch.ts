/** Decodes one line, or a part of it, into spans, and accounts for its gaps. */
import { confidenceOf, UNCERTAIN_BELOW } from './calibration.ts';
import { decode, type Choice } from './decode.ts';
import type { LanguageModel } from './language-model.ts';
import type { Slot } from './lattice.ts';
import type { Span } from './law.ts';
import type { Gap } from './repaired-text.ts';
import type { Token } from './tokens.ts';

export interface Stretch {
  /** Where the stretch begins in the repaired text. */
  place: Pick<Gap, 'line' | 'column'>;
  /** The received line that holds it. */
  text: string;
  tokens: readonly Token[];
  /** The character of each token that a ruling settles. */
  ruled: ReadonlyMap<Token, string>;
  /** For each token, whether it is damage. */
  verdicts: readonly boolean[];
}

/** The spans of the stretch; its gaps are added to `gaps`. */
export function readStretch(stretch: Stretch, model: LanguageModel, gaps: Gap[]): Span[] {
  const { place, text, tokens, ruled, verdicts } = stretch;
  const slots: Slot[] = [];
  const firstSlots = tokens.map((token, index) => {
    const first = slots.length;
    const ruling = ruled.get(token);
    if (ruling !== undefined) slots.push([ruling]);
    else if (token.unit && verdicts[index]) slots.push(token.unit.candidates);
    else for (const char of text.slice(token.start, token.end)) slots.push([char]);
    return first;
  });
  const choices = decode(slots, model);
  let { column } = place;
  return tokens.map((token, index): Span => {
    const received = text.slice(token.start, token.end);
    const isDamage = verdicts[index] === true;
    const choice = choices[firstSlots[index] ?? 0];
    let repaired = received;
    if (isDamage && choice) {
      repaired = choice.ranked[0] ?? received;
      if (token.kind === 'gap') {
        gaps.push(
          describeGap({ line: place.line, column, received }, token, choice, ruled.has(token)),
        );
      }
    }
    column += repaired.length;
    return { received, repaired, isDamage };
  });
}

function describeGap(
  place: Pick<Gap, 'line' | 'column' | 'received'>,
  { unit }: Token,
  { ranked, margin }: Choice,
  isRuled: boolean,
): Gap {
  const candidates = unit?.candidates ?? [];
  const chosen = ranked[0] ?? place.received;
  if (candidates.length === 1) {
    const margin = { margin: Infinity, confidence: 1, uncertain: false };
    return { ...place, candidates, chosen, source: 'exact', ...margin };
  }
  if (isRuled) {
    const others = candidates.filter((char) => char !== chosen);
    return {
      ...place,
      candidates: [chosen, ...others],
      chosen,
      source: 'correction',
      margin: null,
      confidence: 1,
      uncertain: false,
    };
  }
  const confidence = confidenceOf(margin);
  const uncertain = margin < UNCERTAIN_BELOW;
  return { ...place, candidates: ranked, chosen, source: 'decoder', margin, confidence, uncertain };
}
