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
  /** The same, with what rulings settle as open as it was. */
  const unruledSlots: Slot[] = [];
  const firstSlots = tokens.map((token, index) => {
    const first = slots.length;
    const ruling = ruled.get(token);
    const candidates = verdicts[index] ? token.unit?.candidates : undefined;
    if (candidates) {
      slots.push(ruling === undefined ? candidates : [ruling]);
      unruledSlots.push(candidates);
    } else {
      for (const char of text.slice(token.start, token.end)) {
        slots.push([char]);
        unruledSlots.push([char]);
      }
    }
    return first;
  });
  const choices = decode(slots, model);
  const unruled = ruled.size > 0 ? decode(unruledSlots, model) : choices;
  let { column } = place;
  return tokens.map((token, index): Span => {
    const received = text.slice(token.start, token.end);
    const isDamage = verdicts[index] === true;
    const slot = firstSlots[index] ?? 0;
    const choice = choices[slot];
    let repaired = received;
    if (isDamage && choice) {
      repaired = choice.ranked[0] ?? received;
      if (token.kind === 'gap') {
        const where = { line: place.line, column, received };
        gaps.push(
          ruled.has(token) && token.unit?.candidates.length !== 1
            ? describeRuling(where, repaired, unruled[slot]?.ranked ?? [])
            : describeGap(where, token, choice),
        );
      }
    }
    column += repaired.length;
    return { received, repaired, isDamage };
  });
}

type Where = Pick<Gap, 'line' | 'column' | 'received'>;

function describeGap(where: Where, { unit }: Token, { ranked, margin }: Choice): Gap {
  const chosen = ranked[0] ?? where.received;
  if (unit?.candidates.length === 1) {
    const certain = { margin: Infinity, confidence: 1, uncertain: false };
    return { ...where, candidates: unit.candidates, chosen, source: 'exact', ...certain };
  }
  const confidence = confidenceOf(margin);
  const uncertain = margin < UNCERTAIN_BELOW;
  return { ...where, candidates: ranked, chosen, source: 'decoder', margin, confidence, uncertain };
}

/** A gap that a ruling settles. Its rivals are in the order that the decoder would have had them in. */
function describeRuling(where: Where, chosen: string, ranked: readonly string[]): Gap {
  const [best = chosen] = ranked;
  return {
    ...where,
    candidates: [chosen, ...ranked.filter((candidate) => candidate !== chosen)],
    chosen,
    source: 'correction',
    ...(best === chosen ? {} : { overruled: best }),
    margin: null,
    confidence: 1,
    uncertain: false,
  };
}
