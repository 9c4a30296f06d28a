/** Loads the language model that repairs are made with. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { dict } from '@node-rs/jieba/dict.js';
import { buildDictionaryModel } from '../src/mojibake/dictionary-model.ts';
import type { LanguageModel } from '../src/mojibake/language-model.ts';
import { readModel } from '../src/mojibake/model-file.ts';
import { NgramModel } from '../src/mojibake/ngram-model.ts';

export const modelFile = new URL('../src/mojibake/model/zh-notes.model.br', import.meta.url);
export const checksumFile = new URL('../src/mojibake/model/zh-notes.sha256', import.meta.url);

/** Dictionary frequencies alone: the baseline. The dictionary is that of @node-rs/jieba (MIT). */
export function loadBaselineModel(): LanguageModel {
  return buildDictionaryModel(new TextDecoder().decode(dict));
}

/** The best model that the project has; scripts/model builds it. */
export function loadLanguageModel(): LanguageModel {
  return new NgramModel(readModel(brotliDecompressSync(readFileSync(modelFile))));
}
