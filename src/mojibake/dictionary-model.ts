/**
 * The first language model: word frequencies of a segmentation dictionary, each word on its own. The baseline
 * that better models are measured against.
 */
import type { LanguageModel } from './language-model.ts';
import { buildLexicon } from './lexicon.ts';
import { rarity } from './rarity.ts';
import { SIGNS } from './signs.ts';

/**
 * A corpus cut into words counts a character as a word of its own wherever the cutter knew no better, so that
 * dictionaries count single characters too high. In nats.
 */
const SINGLE_CHARACTER = 1;

/**
 * Makes the model from a dictionary's text: a line for each word, `word frequency [tag]`, as jieba's are.
 * Words with Latin letters or digits are left out: those are classes.
 */
export function buildDictionaryModel(dictionary: string): LanguageModel {
  const words: string[] = [];
  const counts: number[] = [];
  let total = 0;
  for (const line of dictionary.split('\n')) {
    const [word = '', frequency = ''] = line.split(' ', 2);
    if (!/^[^\0-\x7F]+$/.test(word)) continue;
    const count = Number(frequency);
    if (!(count > 0)) continue;
    words.push(word);
    counts.push(count);
    total += count;
  }
  const perMillion = total / 1e6;
  for (const [sign, occurrences] of Object.entries(SIGNS)) {
    words.push(sign);
    counts.push(occurrences * perMillion);
  }
  const logTotal = Math.log(total);
  const logProbs = Float64Array.from(counts, (count, word) => {
    const isSingleHan = /^\p{sc=Han}$/u.test(words[word] ?? '');
    return Math.log(count) - logTotal - (isSingleHan ? SINGLE_CHARACTER : 0);
  });
  const classWord = words.length;
  // A single occurrence, for a character of the commonest script; the rarer ones cost what they are rarer.
  const unlisted = -logTotal;
  const history = { logProb: (word: number) => logProbs[word] ?? 0, next: () => 0 };
  return {
    lexicon: buildLexicon(words),
    start: 0,
    classWord: () => classWord,
    recall: () => history,
    spelling: (char) => unlisted - Math.max(0, rarity(char) - 9),
  };
}
