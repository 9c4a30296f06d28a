/**
 * The decoder: the best way through the lattice, and for each open slot how much worse the best way is that
 * takes another character (max-marginals, by one pass forward and one back). Time and memory are linear in the
 * text, which is cut into sentences.
 */
import type { LanguageModel } from './language-model.ts';
import { findArcs, type Arc, type Slot } from './lattice.ts';

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
const LONGEST = 2000;
/** How many histories are followed at one place. */
const BEAM = 256;

/** Decodes a line. Returns one choice for each slot. */
export function decode(slots: readonly Slot[], model: LanguageModel): Choice[] {
  const choices: Choice[] = [];
  let start = 0;
  for (let end = 1; end <= slots.length; end++) {
    const slot = slots[end - 1] ?? [];
    const isKnown = slot.length === 1;
    const length = end - start;
    const isCut =
      (isKnown && (SENTENCE_END.test(slot[0] ?? '') || length >= LONGEST)) || length >= 2 * LONGEST;
    if (end < slots.length && !isCut) continue;
    choices.push(...decodeSentence(slots.slice(start, end), model));
    start = end;
  }
  return choices;
}

interface Edge {
  from: number;
  to: number;
  start: number;
  arc: Arc;
  logProb: number;
}

function decodeSentence(slots: readonly Slot[], model: LanguageModel): Choice[] {
  if (slots.every((slot) => slot.length === 1)) {
    return slots.map((ranked) => ({ ranked, margin: Infinity }));
  }
  const { edges, forward, ends } = searchForward(slots, model);
  const backward = new Float64Array(forward.length).fill(-Infinity);
  for (const node of ends) backward[node] = 0;
  const marginals = slots.map(() => new Map<string, number>());
  // An edge leads to a later slot, and edges are made slot by slot: backwards, `to` is settled before `from`.
  for (let index = edges.length - 1; index >= 0; index--) {
    const { from, to, start, arc, logProb } = edges[index] as Edge;
    const rest = logProb + (backward[to] ?? -Infinity);
    if (rest > (backward[from] ?? -Infinity)) backward[from] = rest;
    const total = (forward[from] ?? -Infinity) + rest;
    arc.chars.forEach((char, offset) => {
      const marginal = marginals[start + offset];
      if (marginal && total > (marginal.get(char) ?? -Infinity)) marginal.set(char, total);
    });
  }
  return slots.map((slot, index) => rank(slot, marginals[index] ?? new Map()));
}

function rank(slot: Slot, marginals: ReadonlyMap<string, number>): Choice {
  if (slot.length === 1) return { ranked: slot, margin: Infinity };
  const score = (char: string | undefined) => marginals.get(char ?? '') ?? -Infinity;
  // The sort is stable: characters that the beam lost keep the order of the candidates.
  const ranked = [...slot].sort((a, b) => (score(a) === score(b) ? 0 : score(b) - score(a)));
  return { ranked, margin: score(ranked[0]) - score(ranked[1]) };
}

/** All edges from the start that survive the beam, and the best score that each node is reached with. */
function searchForward(slots: readonly Slot[], model: LanguageModel) {
  const edges: Edge[] = [];
  const forward: number[] = [0];
  const states: number[] = [model.start];
  // At each slot, the node of each model state.
  const frontier = slots.map(() => new Map<number, number>());
  const ends = new Map<number, number>();
  (frontier[0] ?? ends).set(model.start, 0);
  slots.forEach((_, start) => {
    const live = prune([...(frontier[start] ?? ends).values()], forward);
    if (live.length === 0) return;
    for (const arc of findArcs(slots, start, model)) {
      const targets = frontier[arc.end] ?? ends;
      for (const from of live) {
        const state = states[from] ?? model.start;
        const logProb = arc.spelling + (arc.word === null ? 0 : model.logProb(state, arc.word));
        const next = arc.word === null ? state : model.next(state, arc.word);
        let to = targets.get(next);
        if (to === undefined) {
          to = states.push(next) - 1;
          forward.push(-Infinity);
          targets.set(next, to);
        }
        const score = (forward[from] ?? -Infinity) + logProb;
        if (score > (forward[to] ?? -Infinity)) forward[to] = score;
        edges.push({ from, to, start, arc, logProb });
      }
    }
  });
  return { edges, forward, ends: ends.values() };
}

function prune(nodes: number[], forward: readonly number[]): number[] {
  if (nodes.length <= BEAM) return nodes;
  return nodes.sort((a, b) => (forward[b] ?? 0) - (forward[a] ?? 0)).slice(0, BEAM);
}
