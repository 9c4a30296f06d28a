/** Cuts known text into a language model's words: the best way through its lattice. */
import type { LanguageModel } from './language-model.ts';
import { findArcs } from './lattice.ts';

interface Hypothesis {
  logProb: number;
  /** The words so far, last first. */
  words: { word: number; before: Hypothesis['words'] } | null;
}

/** The words of one sentence, as the model's numbers. Space is left out. */
export function segment(sentence: string, model: LanguageModel): number[] {
  const slots = [...sentence].map((char) => [char]);
  const reached = Array.from({ length: slots.length + 1 }, () => new Map<number, Hypothesis>());
  reached[0]?.set(model.start, { logProb: 0, words: null });
  slots.forEach((_, start) => {
    const hypotheses = reached[start];
    if (!hypotheses || hypotheses.size === 0) return;
    for (const { end, word, spelling } of findArcs(slots, start, model)) {
      const targets = reached[end];
      for (const [state, { logProb, words }] of hypotheses) {
        const history = model.recall(state);
        const next = word === null ? state : history.next(word);
        const score = logProb + spelling + (word === null ? 0 : history.logProb(word));
        if (score <= (targets?.get(next)?.logProb ?? -Infinity)) continue;
        targets?.set(next, {
          logProb: score,
          words: word === null ? words : { word, before: words },
        });
      }
    }
  });
  let best: Hypothesis | undefined;
  for (const hypothesis of reached.at(-1)?.values() ?? []) {
    if (!best || hypothesis.logProb > best.logProb) best = hypothesis;
  }
  const words: number[] = [];
  for (let link = best?.words ?? null; link; link = link.before) words.push(link.word);
  return words.reverse();
}
