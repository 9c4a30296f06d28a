/**
 * Builds the language model: `npm run model -- FILE.arpa`. See README.md beside this file for where the ARPA
 * file comes from. Deterministic: the same sources give the same bytes.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';
import { writeModel, type ModelData } from '../../src/mojibake/model-file.ts';
import { NgramModel } from '../../src/mojibake/ngram-model.ts';
import { segment } from '../../src/mojibake/segment.ts';
import { SIGNS } from '../../src/mojibake/signs.ts';
import { modelFile, checksumFile } from '../load-model.ts';
import { trainReranker } from './train-reranker.ts';
import { pruneTable } from './prune-table.ts';
import { readArpa } from './read-arpa.ts';
import { wordClasses } from './word-classes.ts';

/** What the language model counts, */
const phrasesFolder = new URL('phrases/', import.meta.url);
/** and what the reranker reads besides. */
const furtherFolder = new URL('further/', import.meta.url);
const limits = { bigrams: 800_000, trigrams: 350_000 };

const { positionals } = parseArgs({ allowPositionals: true });
const [arpaFile] = positionals;
if (arpaFile === undefined) {
  console.error(
    'Usage: npm run model -- FILE.arpa\nscripts/model/README.md tells where the file comes from.',
  );
  process.exit(2);
}

const general = await readArpa(arpaFile);
const phrases = await readLines(phrasesFolder);
const further = await readLines(furtherFolder);
const table = pruneTable(general.table, limits);
const known = new Set(general.words);
const words = [...general.words, ...Object.keys(SIGNS).filter((sign) => !known.has(sign))];
const classes = wordClasses(words, new TextDecoder().decode(dict));
const data: ModelData = { words, classes, table, sentences: [], contextWeights: new Int8Array() };
// The phrases are cut into words by what is known of Chinese in general.
const cutter = new NgramModel(data, { field: 0, grammar: 0 });
const cuts = [...phrases, ...further].map((line) =>
  sentencesOf(line)
    .map((sentence) => segment(sentence, cutter))
    .filter((cut) => cut.length > 0),
);
data.contextWeights = trainReranker([...phrases, ...further], (isLeftOut) => {
  const sentences = cuts.flatMap((cut, line) => (isLeftOut(line) ? [] : cut));
  return new NgramModel({ ...data, sentences });
});
data.sentences = cuts.slice(0, phrases.length).flat();

const bytes = brotliCompressSync(writeModel(data), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
});
await writeFile(modelFile, bytes);
await writeFile(checksumFile, `${createHash('sha256').update(bytes).digest('hex')}\n`);
console.log(
  `${words.length} words, ${table.bigramWord.length} bigrams, ${table.trigramWord.length} trigrams, ` +
    `${data.sentences.length} sentences: ${(bytes.length / 1e6).toFixed(2)} MB`,
);

async function readLines(folder: URL): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return texts.flatMap((text) => text.split('\n').map((line) => line.trim())).filter(Boolean);
}

/** A sentence ends with its punctuation. */
function sentencesOf(line: string): string[] {
  return line
    .split(/(?<=[。！？；])/)
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}
