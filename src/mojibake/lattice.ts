/**
 * The lattice: from each place of a text, the words and single characters that can stand there. A slot is one
 * character of the text, known or with several candidates.
 */
import type { LanguageModel } from './language-model.ts';

/** The characters that can stand in one place; one where it is known. */
export type Slot = readonly string[];

/** A way over the lattice from one slot to a later one. */
export interface Arc {
  /** The slot after the last one that the arc covers. */
  end: number;
  /** The model's word; null for space, which the model doesn't see. */
  word: number | null;
  /** ln P of the spelling, on top of the word's. */
  spelling: number;
  /** The characters, one for each slot; empty over known text, where nobody asks. */
  chars: readonly string[];
}

const SPACE = /^\s$/u;
const LATIN = /^[A-Za-z]$/;
const DIGIT = /^[0-9]$/;
const HAN = /^\p{sc=Han}$/u;

/** All arcs that start at slot `start`; never none. */
export function findArcs(slots: readonly Slot[], start: number, model: LanguageModel): Arc[] {
  const slot = slots[start] ?? [];
  const only = slot.length === 1 ? (slot[0] ?? '') : '';
  if (SPACE.test(only)) return [{ end: start + 1, word: null, spelling: 0, chars: [] }];
  if (LATIN.test(only)) return [classArc(slots, start, LATIN, model.classWord('latin'))];
  if (DIGIT.test(only)) return [classArc(slots, start, DIGIT, model.classWord('digits'))];
  const arcs: Arc[] = [];
  collectWords(slots, start, 0, [], model, arcs);
  for (const char of slot) {
    if (model.lexicon.word(model.lexicon.child(0, char.codePointAt(0) ?? 0)) >= 0) continue;
    const word = model.classWord(HAN.test(char) ? 'unknown' : 'symbol');
    arcs.push({ end: start + 1, word, spelling: model.spelling(char), chars: [char] });
  }
  return arcs;
}

function classArc(slots: readonly Slot[], start: number, kind: RegExp, word: number): Arc {
  let end = start + 1;
  for (let slot = slots[end]; slot?.length === 1 && kind.test(slot[0] ?? ''); slot = slots[end])
    end++;
  return { end, word, spelling: 0, chars: [] };
}

function collectWords(
  slots: readonly Slot[],
  at: number,
  node: number,
  prefix: readonly string[],
  model: LanguageModel,
  arcs: Arc[],
): void {
  for (const char of slots[at] ?? []) {
    const child = model.lexicon.child(node, char.codePointAt(0) ?? 0);
    if (child < 0) continue;
    const chars = [...prefix, char];
    const word = model.lexicon.word(child);
    if (word >= 0) arcs.push({ end: at + 1, word, spelling: 0, chars });
    collectWords(slots, at + 1, child, chars, model, arcs);
  }
}
