/** Reads a word trigram model in ARPA format (man page ngram-format(5) of SRILM) into a back-off table. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { BackoffTable } from '../../src/mojibake/backoff-table.ts';

export interface ArpaModel {
  words: string[];
  table: BackoffTable;
}

interface Ngram {
  words: number[];
  logProb: number;
  backoff: number;
}

/** Throws where the file is no trigram model. The unknown word is left out: no text is made of it. */
export async function readArpa(file: string): Promise<ArpaModel> {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  const ngrams: Ngram[][] = [[], [], [], []];
  let order = 0;
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    const heading = /^\\(\d)-grams:/.exec(line);
    if (heading) order = Number(heading[1]);
    if (order === 0 || !line.includes('\t')) continue;
    const [logProb = '', text = '', backoff = '0'] = line.split('\t');
    const parts = text.split(' ');
    if (order === 1 && text !== '<unk>') numbers.set(text, words.push(text) - 1);
    const known = parts.map((part) => numbers.get(part) ?? -1);
    if (parts.length !== order || known.includes(-1)) continue;
    ngrams[order]?.push({ words: known, logProb: nats(logProb), backoff: nats(backoff) });
  }
  if (words.length === 0 || !ngrams[3]?.length) throw new Error(`${file} is no trigram model.`);
  return { words, table: buildTable(words.length, ngrams) };
}

function nats(log10: string): number {
  return Number(log10) * Math.LN10;
}

/** Lays the n-grams out in rows. Trigrams whose history is no bigram are left out. */
export function buildTable(
  words: number,
  [, unigrams = [], bigrams = [], trigrams = []]: Ngram[][],
): BackoffTable {
  const rising = (a: Ngram, b: Ngram) => {
    const at = a.words.findIndex((word, index) => word !== b.words[index]);
    return at < 0 ? 0 : (a.words[at] ?? 0) - (b.words[at] ?? 0);
  };
  const pairs = bigrams.sort(rising);
  const bigramNumber = new Map(
    pairs.map(({ words: [a = 0, b = 0] }, index) => [a * words + b, index]),
  );
  const historyOf = ({ words: [a = 0, b = 0] }: Ngram) => bigramNumber.get(a * words + b) ?? -1;
  const triples = trigrams.filter((trigram) => historyOf(trigram) >= 0).sort(rising);
  return {
    words,
    logProb: Float32Array.from(unigrams, ({ logProb }) => logProb),
    backoff: Float32Array.from(unigrams, ({ backoff }) => backoff),
    firstBigram: rowStarts(
      words,
      pairs.map(({ words: [a = 0] }) => a),
    ),
    bigramWord: Uint32Array.from(pairs, ({ words: [, b = 0] }) => b),
    bigramLogProb: Float32Array.from(pairs, ({ logProb }) => logProb),
    bigramBackoff: Float32Array.from(pairs, ({ backoff }) => backoff),
    firstTrigram: rowStarts(pairs.length, triples.map(historyOf)),
    trigramWord: Uint32Array.from(triples, ({ words: [, , c = 0] }) => c),
    trigramLogProb: Float32Array.from(triples, ({ logProb }) => logProb),
  };
}

/** Where each of `rows` rows starts among sorted entries that name their row, and where the last ends. */
function rowStarts(rows: number, rowOf: readonly number[]): Uint32Array {
  const starts = new Uint32Array(rows + 1);
  for (const row of rowOf) starts[row + 1] = (starts[row + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row++)
    starts[row + 1] = (starts[row + 1] ?? 0) + (starts[row] ?? 0);
  return starts;
}
