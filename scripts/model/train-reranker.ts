/**
 * Learns the weights of the reranker: sample text is damaged and decoded by models that haven't seen it, a fifth
 * at a time, and where they waver the weights are moved towards what stood there. Gradient ascent on the log
 * likelihood with AdaGrad (Duchi, Hazan and Singer 2011) and weight decay. Deterministic.
 */
import { damageTable } from '../../src/mojibake/damage-table.ts';
import { damage } from '../../src/mojibake/damage.ts';
import { decode } from '../../src/mojibake/decode.ts';
import { DEFAULT_DAMAGE } from '../../src/mojibake/known-damages.ts';
import type { LanguageModel } from '../../src/mojibake/language-model.ts';
import type { Slot } from '../../src/mojibake/lattice.ts';
import {
  contextFeatures,
  placeOf,
  STEPS_PER_NAT,
  TABLE_SIZE,
  WAVERING,
} from '../../src/mojibake/reranker.ts';
import { tokenize } from '../../src/mojibake/tokens.ts';

const FOLDS = 5;
/** Lines of one note stay together. */
const LINES_TOGETHER = 40;
const EPOCHS = 4;
const RATE = 0.05;
const DECAY = 0.01;
/** A feature that was seen with a candidate only once is an accident. */
const FEWEST = 2;
/**
 * What is learnt repeats part of what the language model knows, and the sample isn't all of the field: its say
 * is reduced.
 */
const SHARE = 0.3;

/** One wavering choice: the places of the features of each candidate, its score, and which one is right. */
interface Example {
  candidates: { places: number[]; score: number }[];
  right: number;
}

/** `modelWithout` makes a language model of the sample without some of its lines. */
export function trainReranker(
  lines: readonly string[],
  modelWithout: (isLeftOut: (line: number) => boolean) => LanguageModel,
): Int8Array {
  const foldOf = (line: number) => Math.floor(line / LINES_TOGETHER) % FOLDS;
  const examples: Example[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = modelWithout((line) => foldOf(line) === fold);
    lines.forEach((line, number) => {
      if (foldOf(number) === fold) examples.push(...findExamples(line, model));
    });
  }
  const weights = learn(examples);
  return Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round(SHARE * weight * STEPS_PER_NAT))),
  );
}

function findExamples(intact: string, model: LanguageModel): Example[] {
  const chars = [...intact];
  const choices = decode(damagedSlots(intact), model);
  if (choices.length !== chars.length) return [];
  const read = choices.map(({ ranked }) => ranked[0] ?? '');
  return choices.flatMap(({ ranked, scores, margin }, at) => {
    if (margin > WAVERING) return [];
    const [best = 0] = scores;
    const open = ranked.filter((_, index) => (scores[index] ?? -Infinity) > best - WAVERING);
    const right = open.indexOf(chars[at] ?? '');
    if (right < 0) return [];
    const features = contextFeatures(read, at);
    const candidates = open.map((candidate, index) => ({
      places: features.map((feature) => placeOf(feature, candidate)),
      score: (scores[index] ?? 0) - best,
    }));
    return [{ candidates, right }];
  });
}

/** What the decoder gets to see of an intact line: one slot for each character. */
function damagedSlots(intact: string): Slot[] {
  const received = damage(intact, DEFAULT_DAMAGE);
  return tokenize(received, damageTable(DEFAULT_DAMAGE)).flatMap(({ start, end, unit }) =>
    unit ? [unit.candidates] : [...received.slice(start, end)].map((char) => [char]),
  );
}

function learn(examples: readonly Example[]): Float64Array {
  const weights = new Float64Array(TABLE_SIZE);
  const squares = new Float64Array(TABLE_SIZE).fill(0.1);
  const seen = new Uint32Array(TABLE_SIZE);
  for (const { candidates } of examples) {
    for (const { places } of candidates) {
      for (const place of places) seen[place] = (seen[place] ?? 0) + 1;
    }
  }
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { candidates, right } of shuffled(examples, epoch)) {
      const probabilities = softmax(
        candidates.map(({ places, score }) =>
          places.reduce((sum, place) => sum + (weights[place] ?? 0), score),
        ),
      );
      candidates.forEach(({ places }, index) => {
        const missing = (index === right ? 1 : 0) - (probabilities[index] ?? 0);
        if (Math.abs(missing) < 1e-3) return;
        for (const place of places) {
          if ((seen[place] ?? 0) < FEWEST) continue;
          const gradient = missing - DECAY * (weights[place] ?? 0);
          squares[place] = (squares[place] ?? 0) + gradient ** 2;
          weights[place] = (weights[place] ?? 0) + (RATE * gradient) / Math.sqrt(squares[place]);
        }
      });
    }
  }
  return weights;
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const sum = shares.reduce((all, share) => all + share, 0);
  return shares.map((share) => share / sum);
}

/** In an order of its own for each seed: Fisher and Yates, with a linear congruential generator. */
function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items];
  let state = seed + 1;
  for (let place = order.length - 1; place > 0; place--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (place + 1);
    const item = order[place];
    const swapped = order[other];
    if (item === undefined || swapped === undefined) continue;
    order[place] = swapped;
    order[other] = item;
  }
  return order;
}
