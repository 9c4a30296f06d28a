/** Loads the language model that repairs are made with. */
import { dict } from '@node-rs/jieba/dict.js';
import { buildDictionaryModel } from '../src/mojibake/dictionary-model.ts';
import type { LanguageModel } from '../src/mojibake/language-model.ts';

/** Dictionary frequencies alone: the baseline. The dictionary is that of @node-rs/jieba (MIT). */
export function loadBaselineModel(): LanguageModel {
  return buildDictionaryModel(new TextDecoder().decode(dict));
}

/** The best model that the project has. */
export function loadLanguageModel(): LanguageModel {
  return loadBaselineModel();
}
