/**
 * Slots where very many characters can stand: those that a damage left little of. What there is to know of
 * one is found out once.
 */
import type { LanguageModel } from './language-model.ts';
import type { Slot } from './lattice.ts';
import { prior } from './prior.ts';

export interface WideSlot {
  /** The choices that words begin with, and the lexicon's node for each; of very many, the likeliest. */
  openings: readonly { choice: number; node: number }[];
  /** The choice that begins with a code point; -1 where none does. */
  choiceOf(codePoint: number): number;
  /** The choices that are no words by themselves; of very many, the first, which are the least rare. */
  unlisted: readonly number[];
}

/** So many characters make up all but a hundredth of any text; others open no words. */
const MOST_OPENINGS = 256;
/** Characters that no word list has are hardly ever meant, so few of them are tried. */
const MOST_UNLISTED = 32;

/** Nearly all characters of the lexicon are here; a table of these is faster than a map. */
const FIRST_HAN = 0x4e00;
const HAN = 0x5200;

const known = new WeakMap<LanguageModel, WeakMap<Slot, WideSlot>>();

export function describeSlot(slot: Slot, model: LanguageModel): WideSlot {
  let slots = known.get(model);
  if (!slots) known.set(model, (slots = new WeakMap()));
  let wide = slots.get(slot);
  if (!wide) slots.set(slot, (wide = makeWideSlot(slot, model)));
  return wide;
}

function makeWideSlot(slot: Slot, model: LanguageModel): WideSlot {
  const { lexicon } = model;
  const codePoints = slot.map((candidate) => candidate.codePointAt(0) ?? 0);
  const nodes = codePoints.map((codePoint) => lexicon.child(0, codePoint));
  const words = nodes.map((node) => (node < 0 ? -1 : lexicon.word(node)));
  const choices = [...words.keys()];
  const scores = words.map((word) => (word < 0 ? -Infinity : prior(model, word)));
  const score = (choice: number) => scores[choice] ?? -Infinity;
  return {
    openings: choices
      .filter((choice) => (nodes[choice] ?? -1) >= 0)
      .sort((a, b) => (score(a) === score(b) ? 0 : score(b) - score(a)))
      .slice(0, MOST_OPENINGS)
      .map((choice) => ({ choice, node: nodes[choice] ?? 0 })),
    choiceOf: indexChoices(codePoints),
    unlisted: choices.filter((choice) => (words[choice] ?? -1) < 0).slice(0, MOST_UNLISTED),
  };
}

function indexChoices(codePoints: readonly number[]): WideSlot['choiceOf'] {
  const han = new Int16Array(HAN).fill(-1);
  const others = new Map<number, number>();
  codePoints.forEach((codePoint, choice) => {
    if (codePoint >= FIRST_HAN && codePoint < FIRST_HAN + HAN) han[codePoint - FIRST_HAN] = choice;
    else others.set(codePoint, choice);
  });
  return (codePoint) => han[codePoint - FIRST_HAN] ?? others.get(codePoint) ?? -1;
}
