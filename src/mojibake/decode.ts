/**
 * The decoder: the best way through the lattice, and for each open slot how much worse the best way is that
 * takes another character (max-marginals, by one pass forward and one back). Time and memory are linear in the
 * text, which is cut into sentences.
 */
import { CLAUSE_END, SENTENCE_END } from './clauses.ts';
import type { LanguageModel } from './language-model.ts';
import type { Slot } from './lattice.ts';
import { rerank } from './reranker.ts';
import { Search } from './search.ts';

/** The decoder's answer for one slot. */
export interface Choice {
  /** The slot's candidates, best first. */
  ranked: readonly string[];
  /** Their scores in nats: differences count. */
  scores: readonly number[];
  /** How far the second is behind the first, in nats; `Infinity` where there is no second. */
  margin: number;
}

/** Text without sentences is cut after so many slots, where a clause ends; */
const LONG = 500;
/** without clauses after so many, at a known one where there is one. */
const LONGEST = 800;

/** Decodes a line. Returns one choice for each slot. */
export function decode(slots: readonly Slot[], model: LanguageModel): Choice[] {
  const search = new Search(model);
  const choices: Choice[] = [];
  let start = 0;
  for (let end = 1; end <= slots.length; end++) {
    const slot = slots[end - 1] ?? [];
    const isKnown = slot.length === 1;
    const length = end - start;
    const only = isKnown ? (slot[0] ?? '') : '';
    const isCut =
      SENTENCE_END.test(only) ||
      (length >= LONG && CLAUSE_END.test(only)) ||
      (length >= LONGEST && isKnown) ||
      length >= 2 * LONGEST;
    if (end < slots.length && !isCut) continue;
    decodeSentence(slots.slice(start, end), search, choices);
    start = end;
  }
  return model.contextWeights ? rerank(choices, model.contextWeights) : choices;
}

function decodeSentence(slots: readonly Slot[], search: Search, choices: Choice[]): void {
  if (slots.every((slot) => slot.length === 1)) {
    for (const ranked of slots) choices.push(only(ranked));
    return;
  }
  const scores = search.score(slots);
  let first = 0;
  for (const slot of slots) {
    choices.push(rank(slot, scores, first));
    first += slot.length;
  }
}

/** Orders the candidates of a slot, whose scores begin at `first`. */
function rank(slot: Slot, scores: Float64Array, first: number): Choice {
  if (slot.length === 1) return only(slot);
  const score = (index: number) => scores[first + index] ?? -Infinity;
  // Characters that the beam lost keep the order of the candidates, behind the others.
  const lost: number[] = [];
  const order: number[] = [];
  slot.forEach((_, index) => (score(index) === -Infinity ? lost : order).push(index));
  order.sort((a, b) => score(b) - score(a));
  order.push(...lost);
  const [best = 0, second = 0] = order;
  return {
    ranked: order.map((index) => slot[index] ?? ''),
    scores: order.map(score),
    margin: score(best) - score(second),
  };
}

/** No choice at all. */
function only(ranked: Slot): Choice {
  return { ranked, scores: [0], margin: Infinity };
}
