/** How likely a word is where nothing is known of what is before it; asked once for each word. */
import type { LanguageModel } from './language-model.ts';

const priors = new WeakMap<LanguageModel, Map<number, number>>();

/** ln P of `word`. */
export function prior(model: LanguageModel, word: number): number {
  let known = priors.get(model);
  if (!known) priors.set(model, (known = new Map()));
  let logProb = known.get(word);
  if (logProb === undefined) {
    logProb = model.recall(model.start).logProb(word);
    known.set(word, logProb);
  }
  return logProb;
}
