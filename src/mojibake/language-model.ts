/**
 * What the decoder asks of a language model. States and words are numbers that only the model understands, so
 * that a unigram model (one state) and a word n-gram model (a state for each history) serve alike.
 */
import type { Lexicon } from './lexicon.ts';

/** Kinds of token that stand for all of their kind: Latin words, numbers, and what no dictionary lists. */
export type TokenClass = 'latin' | 'digits' | 'symbol' | 'unknown';

export interface LanguageModel {
  /** The words that the lattice is made of; their numbers are the words below. */
  readonly lexicon: Lexicon;
  /** The state at the beginning of a sentence. */
  readonly start: number;
  /** The word that stands for tokens of a class. */
  classWord(kind: TokenClass): number;
  /** What the model knows after `state`; asked once, for many words. */
  recall(state: number): History;
  /** The weights of a second reading, where there is one: see reranker.ts. */
  readonly contextWeights?: Int8Array;
  /** ln P of this one character given its class, for characters that are no word of the lexicon. */
  spelling(char: string): number;
}

/** What came before, as the model remembers it. */
export interface History {
  /** ln P of `word` here. */
  logProb(word: number): number;
  /** The state after `word`. */
  next(word: number): number;
}
