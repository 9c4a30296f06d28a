/**
 * The decoder: the best way through the lattice, and for each open slot how much worse the best way is that
 * takes another character (max-marginals, by one pass forward and one back). Time and memory are linear in the
 * text, which is cut into sentences.
 */
import type { LanguageModel } from './language-model.ts';
import { collectArcs, emptyArcs, NO_WORD, type Slot } from './lattice.ts';
import { Nodes } from './nodes.ts';

/** The decoder's answer for one slot. */
export interface Choice {
  /** The slot's candidates, best first. */
  ranked: readonly string[];
  /** How far the second is behind the first, in nats; `Infinity` where there is no second. */
  margin: number;
}

/** A sentence ends after these; the model starts afresh. */
const SENTENCE_END = /^[\u3002\uFF01\uFF1F\uFF1B\n]$/u;
/** Text without sentences is cut after so many slots, at a known one where there is one. */
const LONGEST = 500;

/** Decodes a line. Returns one choice for each slot. */
export function decode(slots: readonly Slot[], model: LanguageModel): Choice[] {
  const decoder = new Decoder(model);
  const choices: Choice[] = [];
  let start = 0;
  for (let end = 1; end <= slots.length; end++) {
    const slot = slots[end - 1] ?? [];
    const isKnown = slot.length === 1;
    const length = end - start;
    const isCut =
      (isKnown && (SENTENCE_END.test(slot[0] ?? '') || length >= LONGEST)) || length >= 2 * LONGEST;
    if (end < slots.length && !isCut) continue;
    decoder.decode(slots.slice(start, end), choices);
    start = end;
  }
  return choices;
}

/** Works on one sentence after another, in the same memory. */
class Decoder {
  readonly #model: LanguageModel;
  readonly #nodes = new Nodes();
  readonly #arcs = emptyArcs();
  readonly #live: number[] = [];
  /** Edges lead from node to node by one word; `logProb` is that of the word. */
  readonly #edges = { count: 0, from: [] as number[], to: [] as number[], logProb: [] as number[] };
  /** A bundle: the edges of one word from one slot, and the arcs that differ only in their spelling. */
  readonly #bundles = {
    count: 0,
    start: [] as number[],
    arcs: [] as number[],
    edges: [] as number[],
  };

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  decode(slots: readonly Slot[], choices: Choice[]): void {
    if (slots.every((slot) => slot.length === 1)) {
      for (const ranked of slots) choices.push({ ranked, margin: Infinity });
      return;
    }
    this.#searchForward(slots);
    const marginals = this.#searchBackward(slots);
    let first = 0;
    for (const slot of slots) {
      choices.push(rank(slot, marginals, first));
      first += slot.length;
    }
  }

  #searchForward(slots: readonly Slot[]): void {
    const nodes = this.#nodes;
    const arcs = this.#arcs;
    nodes.clear(slots.length);
    nodes.reach(0, this.#model.start, 0);
    arcs.count = arcs.choiceCount = this.#edges.count = this.#bundles.count = 0;
    for (let start = 0; start < slots.length; start++) {
      const live = nodes.collect(start, this.#live);
      if (live === 0) continue;
      let arc = arcs.count;
      collectArcs(arcs, slots, start, this.#model);
      while (arc < arcs.count) {
        const first = arc;
        let spelling = -Infinity;
        do spelling = Math.max(spelling, arcs.spelling[arc++] ?? 0);
        while (
          arc < arcs.count &&
          arcs.word[arc] === arcs.word[first] &&
          arcs.end[arc] === arcs.end[first]
        );
        this.#addBundle(start, first, live, spelling);
      }
    }
    this.#bundles.arcs[this.#bundles.count] = arcs.count;
    this.#bundles.edges[this.#bundles.count] = this.#edges.count;
  }

  /** Follows the word of `arc` from the first `live` nodes at hand. */
  #addBundle(start: number, arc: number, live: number, spelling: number): void {
    const { forward, state } = this.#nodes;
    const { word, end } = this.#arcs;
    const bundle = this.#bundles.count++;
    this.#bundles.start[bundle] = start;
    this.#bundles.arcs[bundle] = arc;
    this.#bundles.edges[bundle] = this.#edges.count;
    const theWord = word[arc] ?? NO_WORD;
    const theEnd = end[arc] ?? 0;
    for (let index = 0; index < live; index++) {
      const from = this.#live[index] ?? 0;
      const before = state[from] ?? 0;
      const logProb = theWord === NO_WORD ? 0 : this.#model.logProb(before, theWord);
      const after = theWord === NO_WORD ? before : this.#model.next(before, theWord);
      const score = (forward[from] ?? -Infinity) + logProb + spelling;
      const edge = this.#edges.count++;
      this.#edges.from[edge] = from;
      this.#edges.to[edge] = this.#nodes.reach(theEnd, after, score);
      this.#edges.logProb[edge] = logProb;
    }
  }

  /** The best score of each candidate of each slot, one after the other. */
  #searchBackward(slots: readonly Slot[]): Float64Array {
    const { forward, backward } = this.#nodes;
    const { from, to, logProb } = this.#edges;
    const arcs = this.#arcs;
    const firsts = [0];
    for (const slot of slots) firsts.push((firsts.at(-1) ?? 0) + slot.length);
    const marginals = new Float64Array(firsts.at(-1) ?? 0).fill(-Infinity);
    this.#nodes.turn(slots.length);
    // Edges lead to later slots, and bundles are made slot by slot: backwards, `to` is settled before `from`.
    for (let bundle = this.#bundles.count - 1; bundle >= 0; bundle--) {
      const start = this.#bundles.start[bundle] ?? 0;
      const firstArc = this.#bundles.arcs[bundle] ?? 0;
      const endArc = this.#bundles.arcs[bundle + 1] ?? 0;
      let spelling = -Infinity;
      for (let arc = firstArc; arc < endArc; arc++) {
        spelling = Math.max(spelling, arcs.spelling[arc] ?? 0);
      }
      let best = -Infinity;
      const endEdge = this.#bundles.edges[bundle + 1] ?? 0;
      for (let edge = this.#bundles.edges[bundle] ?? 0; edge < endEdge; edge++) {
        const node = from[edge] ?? 0;
        const rest = (logProb[edge] ?? 0) + (backward[to[edge] ?? 0] ?? -Infinity);
        if (rest + spelling > (backward[node] ?? -Infinity)) backward[node] = rest + spelling;
        best = Math.max(best, (forward[node] ?? -Infinity) + rest);
      }
      for (let arc = firstArc; arc < endArc; arc++) {
        const total = best + (arcs.spelling[arc] ?? 0);
        const length = arcs.length[arc] ?? 0;
        for (let offset = 0; offset < length; offset++) {
          const choice = arcs.choices[(arcs.from[arc] ?? 0) + offset] ?? 0;
          const place = (firsts[start + offset] ?? 0) + choice;
          if (total > (marginals[place] ?? -Infinity)) marginals[place] = total;
        }
      }
    }
    return marginals;
  }
}

/** Orders the candidates of a slot, whose scores begin at `first`. */
function rank(slot: Slot, scores: Float64Array, first: number): Choice {
  if (slot.length === 1) return { ranked: slot, margin: Infinity };
  const score = (index: number) => scores[first + index] ?? -Infinity;
  // The sort is stable: characters that the beam lost keep the order of the candidates.
  const order = Array.from(slot, (_, index) => index).sort((a, b) =>
    score(a) === score(b) ? 0 : score(b) - score(a),
  );
  const [best = 0, second = 0] = order;
  return { ranked: order.map((index) => slot[index] ?? ''), margin: score(best) - score(second) };
}
