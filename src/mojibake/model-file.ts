/**
 * The language model's file: words, their classes, a back-off trigram table and sample sentences as word
 * numbers. Logarithms take a byte each; followers are written as differences. The caller compresses.
 */
import type { BackoffTable } from './backoff-table.ts';
import { ByteReader, ByteWriter } from './byte-stream.ts';

/** What the model is made of. */
export interface ModelData {
  /** The table's words come first, then words that only the sentences know. */
  words: string[];
  /** A class for each word: what part of speech it mostly is. */
  classes: Uint8Array;
  table: BackoffTable;
  /** Word and token numbers, see `sentenceTokens` in ngram-model.ts. */
  sentences: number[][];
  /** Of the reranker; empty where there is none. */
  contextWeights: Int8Array;
}

const VERSION = 2;
/** Logarithms are kept to a sixteenth of a nat, from 1 (some back-off weights are above 0) to -14.9. */
const STEPS_PER_NAT = 16;
const HIGHEST = 1;

export function writeModel({
  words,
  classes,
  table,
  sentences,
  contextWeights,
}: ModelData): Uint8Array {
  const out = new ByteWriter();
  out.number(VERSION);
  out.bytes(new TextEncoder().encode(words.join('\n')));
  out.bytes(classes);
  out.number(table.words);
  for (let word = 0; word < table.words; word++) out.byte(toByte(table.logProb[word]));
  for (let word = 0; word < table.words; word++) out.byte(toByte(table.backoff[word]));
  writeRows(out, table.firstBigram, table.bigramWord);
  for (const logProb of table.bigramLogProb) out.byte(toByte(logProb));
  writeRows(out, table.firstTrigram, table.trigramWord);
  for (const logProb of table.trigramLogProb) out.byte(toByte(logProb));
  // Only a bigram that is some trigram's history needs its weight.
  table.bigramBackoff.forEach((backoff, bigram) => {
    if (table.firstTrigram[bigram] !== table.firstTrigram[bigram + 1]) out.byte(toByte(backoff));
  });
  out.number(sentences.length);
  for (const sentence of sentences) {
    out.number(sentence.length);
    for (const token of sentence) out.number(token);
  }
  out.bytes(new Uint8Array(contextWeights.buffer));
  return out.finish();
}

/** Throws an Error where the bytes are not a model of this version. */
export function readModel(bytes: Uint8Array): ModelData {
  const input = new ByteReader(bytes);
  const version = input.number();
  if (version !== VERSION) {
    throw new Error(
      `MODEL_VERSION: the model file has version ${version}, this program reads ${VERSION}.`,
    );
  }
  const words = new TextDecoder().decode(input.bytes()).split('\n');
  const classes = input.bytes();
  const count = input.number();
  const logProb = readLogs(input, count);
  const backoff = readLogs(input, count);
  const bigrams = readRows(input, count);
  const bigramLogProb = readLogs(input, bigrams.followers.length);
  const trigrams = readRows(input, bigrams.followers.length);
  const trigramLogProb = readLogs(input, trigrams.followers.length);
  const bigramBackoff = new Float32Array(bigrams.followers.length);
  for (let bigram = 0; bigram < bigramBackoff.length; bigram++) {
    if (trigrams.first[bigram] !== trigrams.first[bigram + 1])
      bigramBackoff[bigram] = fromByte(input.byte());
  }
  const table: BackoffTable = {
    words: count,
    logProb,
    backoff,
    firstBigram: bigrams.first,
    bigramWord: bigrams.followers,
    bigramLogProb,
    bigramBackoff,
    firstTrigram: trigrams.first,
    trigramWord: trigrams.followers,
    trigramLogProb,
  };
  const sentences = Array.from({ length: input.number() }, () =>
    Array.from({ length: input.number() }, () => input.number()),
  );
  return { words, classes, table, sentences, contextWeights: new Int8Array(input.bytes()) };
}

/** Rows of rising numbers: for each its length, then the differences. */
function writeRows(out: ByteWriter, first: Uint32Array, followers: Uint32Array): void {
  for (let row = 0; row + 1 < first.length; row++)
    out.number((first[row + 1] ?? 0) - (first[row] ?? 0));
  for (let row = 0; row + 1 < first.length; row++) {
    let before = -1;
    for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
      const follower = followers[at] ?? 0;
      out.number(follower - before - 1);
      before = follower;
    }
  }
}

function readRows(input: ByteReader, rows: number): { first: Uint32Array; followers: Uint32Array } {
  const first = new Uint32Array(rows + 1);
  for (let row = 0; row < rows; row++) first[row + 1] = (first[row] ?? 0) + input.number();
  const followers = new Uint32Array(first[rows] ?? 0);
  for (let row = 0; row < rows; row++) {
    let before = -1;
    for (let at = first[row] ?? 0; at < (first[row + 1] ?? 0); at++) {
      before += input.number() + 1;
      followers[at] = before;
    }
  }
  return { first, followers };
}

function readLogs(input: ByteReader, count: number): Float32Array {
  const logs = new Float32Array(count);
  for (let index = 0; index < count; index++) logs[index] = fromByte(input.byte());
  return logs;
}

function toByte(log = 0): number {
  return Math.min(255, Math.max(0, Math.round((HIGHEST - log) * STEPS_PER_NAT)));
}

function fromByte(byte: number): number {
  return HIGHEST - byte / STEPS_PER_NAT;
}
