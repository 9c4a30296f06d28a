/**
 * Makes a back-off table smaller: drops the n-grams that say least beyond what their shorter history says, by
 * the weighted difference of Seymore and Rosenfeld, "Scalable backoff language models" (1996), then sets the
 * back-off weights anew so that probabilities sum to one.
 */
import type { BackoffTable } from '../../src/mojibake/backoff-table.ts';

export interface PruneLimits {
  bigrams: number;
  trigrams: number;
}

/** Keeps the n-grams with the greatest weight. A bigram that is a kept trigram's history stays. */
export function pruneTable(table: BackoffTable, limits: PruneLimits): BackoffTable {
  const historyOf = rowOf(table.firstTrigram, table.trigramWord.length);
  const wordOf = rowOf(table.firstBigram, table.bigramWord.length);
  const bigramLog = (bigram: number) =>
    (table.logProb[wordOf[bigram] ?? 0] ?? 0) + (table.bigramLogProb[bigram] ?? 0);
  const shorter = (last: number, word: number): number => {
    for (let at = table.firstBigram[last] ?? 0; at < (table.firstBigram[last + 1] ?? 0); at++) {
      if (table.bigramWord[at] === word) return table.bigramLogProb[at] ?? 0;
    }
    return (table.backoff[last] ?? 0) + (table.logProb[word] ?? 0);
  };
  const trigramWeight = Float64Array.from(table.trigramWord, (word, trigram) => {
    const history = historyOf[trigram] ?? 0;
    const logProb = table.trigramLogProb[trigram] ?? 0;
    const without =
      (table.bigramBackoff[history] ?? 0) + shorter(table.bigramWord[history] ?? 0, word);
    return Math.exp(bigramLog(history) + logProb) * Math.abs(logProb - without);
  });
  const keepTrigram = greatest(trigramWeight, limits.trigrams);
  const isHistory = new Uint8Array(table.bigramWord.length);
  keepTrigram.forEach((keep, trigram) => {
    if (keep) isHistory[historyOf[trigram] ?? 0] = 1;
  });
  const bigramWeight = Float64Array.from(table.bigramWord, (word, bigram) => {
    if (isHistory[bigram]) return Infinity;
    const last = wordOf[bigram] ?? 0;
    const logProb = table.bigramLogProb[bigram] ?? 0;
    const without = (table.backoff[last] ?? 0) + (table.logProb[word] ?? 0);
    return Math.exp(bigramLog(bigram)) * Math.abs(logProb - without);
  });
  return rebuild(table, greatest(bigramWeight, limits.bigrams), keepTrigram);
}

function rowOf(first: Uint32Array, entries: number): Uint32Array {
  const rows = new Uint32Array(entries);
  for (let row = 0; row + 1 < first.length; row++) rows.fill(row, first[row], first[row + 1]);
  return rows;
}

function greatest(weights: Float64Array, count: number): boolean[] {
  const threshold = count === 0 ? Infinity : (weights.toSorted().at(-count) ?? -Infinity);
  return Array.from(weights, (weight) => weight >= threshold);
}

function rebuild(table: BackoffTable, keepBigram: boolean[], keepTrigram: boolean[]): BackoffTable {
  const backoff = new Float32Array(table.words);
  const firstBigram = new Uint32Array(table.words + 1);
  const bigrams: number[] = [];
  for (let word = 0; word < table.words; word++) {
    let explicit = 0;
    let asShorter = 0;
    for (let at = table.firstBigram[word] ?? 0; at < (table.firstBigram[word + 1] ?? 0); at++) {
      if (!keepBigram[at]) continue;
      bigrams.push(at);
      explicit += Math.exp(table.bigramLogProb[at] ?? 0);
      asShorter += Math.exp(table.logProb[table.bigramWord[at] ?? 0] ?? 0);
    }
    firstBigram[word + 1] = bigrams.length;
    backoff[word] = restWeight(explicit, asShorter, table.backoff[word] ?? 0);
  }
  const kept = {
    ...table,
    backoff,
    firstBigram,
    bigramWord: Uint32Array.from(bigrams, (at) => table.bigramWord[at] ?? 0),
    bigramLogProb: Float32Array.from(bigrams, (at) => table.bigramLogProb[at] ?? 0),
  };
  return { ...kept, ...rebuildTrigrams(table, kept, bigrams, keepTrigram) };
}

function rebuildTrigrams(
  table: BackoffTable,
  { backoff, firstBigram, bigramWord, bigramLogProb, logProb }: BackoffTable,
  bigrams: readonly number[],
  keepTrigram: boolean[],
) {
  const firstTrigram = new Uint32Array(bigrams.length + 1);
  const trigrams: number[] = [];
  const bigramBackoff = Float32Array.from(bigrams, (at, bigram) => {
    const last = bigramWord[bigram] ?? 0;
    let explicit = 0;
    let asShorter = 0;
    for (
      let trigram = table.firstTrigram[at] ?? 0;
      trigram < (table.firstTrigram[at + 1] ?? 0);
      trigram++
    ) {
      if (!keepTrigram[trigram]) continue;
      trigrams.push(trigram);
      const word = table.trigramWord[trigram] ?? 0;
      explicit += Math.exp(table.trigramLogProb[trigram] ?? 0);
      let shorter = (backoff[last] ?? 0) + (logProb[word] ?? 0);
      for (let next = firstBigram[last] ?? 0; next < (firstBigram[last + 1] ?? 0); next++) {
        if (bigramWord[next] === word) shorter = bigramLogProb[next] ?? 0;
      }
      asShorter += Math.exp(shorter);
    }
    firstTrigram[bigram + 1] = trigrams.length;
    return restWeight(explicit, asShorter, 0);
  });
  return {
    bigramBackoff,
    firstTrigram,
    trigramWord: Uint32Array.from(trigrams, (at) => table.trigramWord[at] ?? 0),
    trigramLogProb: Float32Array.from(trigrams, (at) => table.trigramLogProb[at] ?? 0),
  };
}

/** The weight that gives the words not listed what the listed ones leave over. */
function restWeight(explicit: number, asShorter: number, otherwise: number): number {
  const weight = (1 - explicit) / (1 - asShorter);
  return explicit < 1 && asShorter < 1 && weight > 0 ? Math.log(weight) : otherwise;
}
