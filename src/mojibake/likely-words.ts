/** Which ways through a lexicon lead to words that are likely enough to be tried where anything can stand. */
import type { LanguageModel } from './language-model.ts';

/** In nats for each character of a word, where nothing is known of what is before it. */
const LIKELY = -7;
const NONE: readonly number[] = [];

const known = new WeakMap<LanguageModel, ReadonlyMap<number, readonly number[]>>();

/** The children of the lexicon's `node` that are likely words, or lead to one. */
export function likelyChildren(model: LanguageModel, node: number): readonly number[] {
  let children = known.get(model);
  if (!children) known.set(model, (children = findLikely(model)));
  return children.get(node) ?? NONE;
}

function findLikely(model: LanguageModel): Map<number, readonly number[]> {
  const { lexicon } = model;
  const start = model.recall(model.start);
  const likely = new Map<number, readonly number[]>();
  /** How likely the likeliest word is that `node`, `length` characters deep, leads to. */
  const visit = (node: number, length: number): number => {
    const word = lexicon.word(node);
    let best = word < 0 ? -Infinity : start.logProb(word) / length;
    const children: number[] = [];
    for (let child = lexicon.firstChild(node); child >= 0; child = lexicon.nextChild(child)) {
      const bestBelow = visit(child, length + 1);
      if (bestBelow >= LIKELY) children.push(child);
      best = Math.max(best, bestBelow);
    }
    if (children.length > 0) likely.set(node, children);
    return best;
  };
  visit(0, 0);
  return likely;
}
