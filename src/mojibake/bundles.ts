/**
 * Bundles: the arcs of one word from one slot to another, which differ only in their spelling, so that the
 * model is asked once for all of them.
 */
import type { LanguageModel } from './language-model.ts';
import { NO_WORD, type Arcs } from './lattice.ts';
import { prior } from './prior.ts';

/** In columns, to be filled again and again. */
export interface Bundles {
  count: number;
  /** The slot where they start. */
  start: number[];
  firstArc: number[];
  endArc: number[];
  /** The best of the arcs' spellings. */
  spelling: number[];
  /** The first edge of each bundle; past the last bundle, how many edges there are. */
  firstEdge: number[];
}

export function emptyBundles(): Bundles {
  return { count: 0, start: [], firstArc: [], endArc: [], spelling: [], firstEdge: [] };
}

/** How many words are followed from one slot: more than there are where characters lost a byte or two. */
const MOST_WORDS = 200;

/** Adds the arcs from `firstArc` on, which start at slot `start`; of very many, the likeliest words. */
export function bundleArcs(
  bundles: Bundles,
  arcs: Arcs,
  start: number,
  firstArc: number,
  model: LanguageModel,
): void {
  const first = bundles.count;
  for (let arc = firstArc; arc < arcs.count;) {
    const bundle = bundles.count++;
    bundles.start[bundle] = start;
    bundles.firstArc[bundle] = arc;
    let spelling = -Infinity;
    const word = arcs.word[arc];
    const end = arcs.end[arc];
    for (; arc < arcs.count && arcs.word[arc] === word && arcs.end[arc] === end; arc++) {
      spelling = Math.max(spelling, arcs.spelling[arc] ?? 0);
    }
    bundles.endArc[bundle] = arc;
    bundles.spelling[bundle] = spelling;
  }
  if (bundles.count - first > MOST_WORDS) keepLikeliest(bundles, arcs, first, model);
}

function keepLikeliest(bundles: Bundles, arcs: Arcs, first: number, model: LanguageModel): void {
  const found = Array.from({ length: bundles.count - first }, (_, index) => {
    const bundle = first + index;
    const arc = bundles.firstArc[bundle] ?? 0;
    const endArc = bundles.endArc[bundle] ?? 0;
    const spelling = bundles.spelling[bundle] ?? 0;
    const slots = (arcs.end[arc] ?? 0) - (bundles.start[bundle] ?? 0);
    return {
      arc,
      endArc,
      spelling,
      score: prior(model, arcs.word[arc] ?? NO_WORD) + spelling,
      slots,
    };
  });
  // A word of several characters stands for as many words.
  found.sort((a, b) => b.score / b.slots - a.score / a.slots);
  bundles.count = first + MOST_WORDS;
  found.slice(0, MOST_WORDS).forEach(({ arc, endArc, spelling }, index) => {
    bundles.firstArc[first + index] = arc;
    bundles.endArc[first + index] = endArc;
    bundles.spelling[first + index] = spelling;
  });
}
