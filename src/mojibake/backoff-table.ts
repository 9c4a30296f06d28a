/**
 * A back-off word trigram model in flat arrays: rows of followers sorted by word, found by bisection. Nothing
 * is built when it is read, so that a million n-grams load in milliseconds.
 *
 * Back-off as in Katz, "Estimation of probabilities from sparse data" (1987), and the ARPA file format.
 */

/** Words are numbers below `words`. Probabilities and back-off weights are natural logarithms. */
export interface BackoffTable {
  words: number;
  logProb: Float32Array;
  backoff: Float32Array;
  /** The bigrams of word w are those from `firstBigram[w]` up to `firstBigram[w + 1]`, sorted by follower. */
  firstBigram: Uint32Array;
  bigramWord: Uint32Array;
  bigramLogProb: Float32Array;
  bigramBackoff: Float32Array;
  /** The trigrams of bigram b are those from `firstTrigram[b]` up to `firstTrigram[b + 1]`. */
  firstTrigram: Uint32Array;
  trigramWord: Uint32Array;
  trigramLogProb: Float32Array;
}

/** The number of the bigram, or -1. */
export function findBigram(table: BackoffTable, first: number, second: number): number {
  if (first < 0 || first >= table.words) return -1;
  return bisect(
    table.bigramWord,
    second,
    table.firstBigram[first] ?? 0,
    table.firstBigram[first + 1] ?? 0,
  );
}

/** Two words before, looked up once for all that may follow them. */
export interface BackoffHistory {
  last: number;
  /** The trigrams that go on from here, from and to; none where the two were never seen together. */
  from: number;
  to: number;
  /** What it costs to forget the first word, in nats. */
  backoff: number;
}

/** -1 for `last`, or for `before`, stands for a history that is shorter. */
export function recallBackoff(table: BackoffTable, before: number, last: number): BackoffHistory {
  const bigram = last < table.words ? findBigram(table, before, last) : -1;
  return {
    last: last < table.words ? last : -1,
    from: bigram < 0 ? 0 : (table.firstTrigram[bigram] ?? 0),
    to: bigram < 0 ? 0 : (table.firstTrigram[bigram + 1] ?? 0),
    backoff: bigram < 0 ? 0 : (table.bigramBackoff[bigram] ?? 0),
  };
}

/** ln P(word | history). `word` must be one of the table's. */
export function backoffLogProb(table: BackoffTable, history: BackoffHistory, word: number): number {
  const { last, from, to, backoff } = history;
  const unigram = table.logProb[word] ?? -Infinity;
  if (last < 0) return unigram;
  if (from < to) {
    const trigram = bisect(table.trigramWord, word, from, to);
    if (trigram >= 0) return table.trigramLogProb[trigram] ?? unigram;
  }
  const bigram = findBigram(table, last, word);
  if (bigram >= 0) return backoff + (table.bigramLogProb[bigram] ?? unigram);
  return backoff + (table.backoff[last] ?? 0) + unigram;
}

function bisect(sorted: Uint32Array, wanted: number, from: number, to: number): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle] ?? 0;
    if (value === wanted) return middle;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
