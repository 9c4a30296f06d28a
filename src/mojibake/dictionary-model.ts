/**
 * The first language model: word frequencies of a segmentation dictionary, each word on its own. The baseline
 * that better models are measured against.
 */
import type { LanguageModel } from './language-model.ts';
import { buildLexicon } from './lexicon.ts';
import { rarity } from './rarity.ts';

/**
 * Signs that dictionaries leave out, with occurrences in a million words of Chinese prose, by judgement.
 * Escapes, so that no editor or damage can change them unseen.
 */
const SIGNS: Readonly<Record<string, number>> = {
  '\uFF0C': 65_000, // fullwidth comma
  '\u3002': 32_000, // ideographic full stop
  '\u3001': 13_000, // enumeration comma
  '\u201C': 8_000, // quotes
  '\u201D': 8_000,
  '\uFF1A': 6_000, // colon
  '\uFF08': 4_000, // parentheses
  '\uFF09': 4_000,
  '\uFF1B': 3_000, // semicolon
  '\u300A': 2_500, // book title marks
  '\u300B': 2_500,
  '\uFF1F': 2_000, // question mark
  '\uFF01': 2_000, // exclamation mark
  '\u2014': 1_500, // dash
  '\u2026': 500, // ellipsis
  '\u2018': 300,
  '\u2019': 300,
  '\u00B7': 200, // middle dot
  '\u3010': 100, // lenticular brackets
  '\u3011': 100,
  '\u300C': 50, // corner brackets
  '\u300D': 50,
  '\u300E': 20,
  '\u300F': 20,
  '\uFF0F': 50, // solidus
  '\uFF1D': 50, // equals sign
  '\uFF1E': 50, // greater-than sign
  '\uFF0D': 30, // hyphen
  '\uFF0E': 20, // full stop
  '\uFE0F': 200, // makes the sign before it an emoji
  '\u2192': 100, // arrow
};

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
  return {
    lexicon: buildLexicon(words),
    start: 0,
    classWord: () => classWord,
    logProb: (_state, word) => logProbs[word] ?? 0,
    next: () => 0,
    spelling: (char) => unlisted - Math.max(0, rarity(char) - 9),
  };
}
