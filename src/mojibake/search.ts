/**
 * The search of the decoder: forward through the lattice by the model's states, and back. Edges are numbers in
 * columns that are used again for each sentence: an object for each would cost more than the search itself.
 */
import { bundleArcs, emptyBundles } from './bundles.ts';
import type { History, LanguageModel } from './language-model.ts';
import { collectArcs, emptyArcs, NO_WORD, type Slot } from './lattice.ts';
import { Nodes } from './nodes.ts';

/** How many histories are followed at one slot, */
const BEAM = 256;
/** and about how many edges from it: where a character can be very many, fewer histories do. */
const MOST_EDGES = 2_000;
const FEWEST_HISTORIES = 8;
/** In nats: so far behind the best way to a slot, another isn't worth following. */
const BEHIND = 30;
/** Where a character can be one of so many, ways are too many to follow all of those. */
const WIDE = 500;
const BEHIND_IF_WIDE = 10;

/** Works on one sentence after another, in the same memory. */
export class Search {
  readonly #model: LanguageModel;
  readonly #nodes = new Nodes();
  readonly #arcs = emptyArcs();
  readonly #bundles = emptyBundles();
  readonly #live: number[] = [];
  /** Whether some character of the sentence can be very many. */
  #isWide = false;
  /** What the model knows at each of the live nodes. */
  readonly #histories: History[] = [];
  /** Edges lead from node to node by the word of a bundle; `logProb` is that of the word. */
  readonly #edges = { count: 0, from: [] as number[], to: [] as number[], logProb: [] as number[] };

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  /** The best score of a way through each candidate of each slot, one after the other. */
  score(slots: readonly Slot[]): Float64Array {
    this.#searchForward(slots);
    return this.#searchBackward(slots);
  }

  #searchForward(slots: readonly Slot[]): void {
    const arcs = this.#arcs;
    const bundles = this.#bundles;
    this.#isWide = slots.some(({ length }) => length > WIDE);
    const behind = this.#isWide ? BEHIND_IF_WIDE : BEHIND;
    this.#nodes.clear(slots.length);
    this.#nodes.reach(0, this.#model.start, 0);
    arcs.count = arcs.choiceCount = bundles.count = this.#edges.count = 0;
    for (let start = 0; start < slots.length; start++) {
      if (!this.#nodes.isReached(start)) continue;
      const firstArc = arcs.count;
      const firstBundle = bundles.count;
      collectArcs(arcs, slots, start, this.#model, this.#isWide);
      bundleArcs(bundles, arcs, start, firstArc, this.#model);
      const words = bundles.count - firstBundle;
      const most = Math.min(BEAM, Math.max(FEWEST_HISTORIES, Math.floor(MOST_EDGES / words)));
      const live = this.#nodes.collect(start, this.#live, most, behind);
      for (let index = 0; index < live; index++) {
        const state = this.#nodes.state[this.#live[index] ?? 0] ?? 0;
        this.#histories[index] = this.#model.recall(state);
      }
      for (let bundle = firstBundle; bundle < bundles.count; bundle++) this.#follow(bundle, live);
    }
    bundles.firstEdge[bundles.count] = this.#edges.count;
  }

  /** Follows the word of `bundle` from the first `live` nodes at hand. */
  #follow(bundle: number, live: number): void {
    const { forward, state } = this.#nodes;
    const edges = this.#edges;
    const arc = this.#bundles.firstArc[bundle] ?? 0;
    const spelling = this.#bundles.spelling[bundle] ?? 0;
    const word = this.#arcs.word[arc] ?? NO_WORD;
    const end = this.#arcs.end[arc] ?? 0;
    this.#bundles.firstEdge[bundle] = edges.count;
    for (let index = 0; index < live; index++) {
      const from = this.#live[index] ?? 0;
      const history = this.#histories[index];
      const isWord = word !== NO_WORD && history !== undefined;
      const logProb = isWord ? history.logProb(word) : 0;
      const score = (forward[from] ?? -Infinity) + logProb + spelling;
      if (this.#isWide && score < this.#nodes.best(end) - BEHIND_IF_WIDE) continue;
      const after = isWord ? history.next(word) : (state[from] ?? 0);
      const edge = edges.count++;
      edges.from[edge] = from;
      edges.to[edge] = this.#nodes.reach(end, after, score);
      edges.logProb[edge] = logProb;
    }
  }

  #searchBackward(slots: readonly Slot[]): Float64Array {
    const { forward, backward } = this.#nodes;
    const { from, to, logProb } = this.#edges;
    const { start, firstArc, endArc, spelling, firstEdge } = this.#bundles;
    const firsts: number[] = [];
    let size = 0;
    for (const slot of slots) {
      firsts.push(size);
      size += slot.length;
    }
    const scores = new Float64Array(size).fill(-Infinity);
    this.#nodes.turn(slots.length);
    // Edges lead to later slots, and bundles are made slot by slot: backwards, `to` is settled before `from`.
    for (let bundle = this.#bundles.count - 1; bundle >= 0; bundle--) {
      let best = -Infinity;
      const end = firstEdge[bundle + 1] ?? 0;
      for (let edge = firstEdge[bundle] ?? 0; edge < end; edge++) {
        const node = from[edge] ?? 0;
        const rest = (logProb[edge] ?? 0) + (backward[to[edge] ?? 0] ?? -Infinity);
        const spelt = rest + (spelling[bundle] ?? 0);
        if (spelt > (backward[node] ?? -Infinity)) backward[node] = spelt;
        best = Math.max(best, (forward[node] ?? -Infinity) + rest);
      }
      const first = start[bundle] ?? 0;
      for (let arc = firstArc[bundle] ?? 0; arc < (endArc[bundle] ?? 0); arc++) {
        this.#credit(arc, best, first, firsts, scores);
      }
    }
    return scores;
  }

  /** Gives each choice of the arc its score, where it is the best so far. */
  #credit(
    arc: number,
    best: number,
    start: number,
    firsts: readonly number[],
    scores: Float64Array,
  ) {
    const { spelling, length, from, choices } = this.#arcs;
    const total = best + (spelling[arc] ?? 0);
    const slots = length[arc] ?? 0;
    for (let offset = 0; offset < slots; offset++) {
      const place = (firsts[start + offset] ?? 0) + (choices[(from[arc] ?? 0) + offset] ?? 0);
      if (total > (scores[place] ?? -Infinity)) scores[place] = total;
    }
  }
}
