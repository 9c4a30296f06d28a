/**
 * The lattice: from each place of a text, the words and single characters that can stand there. A slot is one
 * character of the text, known or with several candidates.
 */
import type { LanguageModel } from './language-model.ts';
import { likelyChildren } from './likely-words.ts';
import { spaceLogOdds } from './spacing.ts';
import { describeSlot } from './wide-slot.ts';

/**
 * What can stand in one place; one where it is known. Each is a character, or a character and the spaces after
 * it, where nobody knows whether they belong to its bytes.
 */
export type Slot = readonly string[];

/** Arcs: ways over the lattice from one slot to a later one. In columns, to be filled again and again. */
export interface Arcs {
  count: number;
  /** The slot after the last one that the arc covers. */
  end: number[];
  /** The model's word; `NO_WORD` for space, which the model doesn't see. */
  word: number[];
  /** ln P of the spelling, on top of the word's. */
  spelling: number[];
  /** How many slots the arc settles: none over known text, where nobody asks. */
  length: number[];
  /** Where in `choices` the arc's choices are, one for each slot: which of its candidates. */
  from: number[];
  choices: number[];
  choiceCount: number;
}

export const NO_WORD = -1;

const SPACE = /^\s$/u;
const RUNS = [
  ['latin', /^[A-Za-z]$/],
  ['digits', /^[0-9]$/],
] as const;
const ROOT = 0;
/** A node of a lexicon has about as many children; of more candidates, they are looked for instead. */
const MANY = 24;
const HAN = /^\p{sc=Han}/u;

export function emptyArcs(): Arcs {
  return {
    count: 0,
    end: [],
    word: [],
    spelling: [],
    length: [],
    from: [],
    choices: [],
    choiceCount: 0,
  };
}

/**
 * Adds to `arcs` all that start at slot `start`; never none. Arcs of one word stand side by side.
 * With `onlyLikely`, rare words of several characters are left out where characters can be many.
 */
export function collectArcs(
  arcs: Arcs,
  slots: readonly Slot[],
  start: number,
  model: LanguageModel,
  onlyLikely = false,
): void {
  const slot = slots[start] ?? [];
  const only = slot.length === 1 ? (slot[0] ?? '') : '';
  if (SPACE.test(only)) return add(arcs, start + 1, NO_WORD, 0, []);
  for (const [kind, pattern] of RUNS) {
    if (!pattern.test(only)) continue;
    return add(arcs, runEnd(slots, start, pattern), model.classWord(kind), 0, []);
  }
  walk(arcs, slots, start, ROOT, [], model, onlyLikely);
  for (const choice of findUnlisted(slot, model)) {
    const candidate = slot[choice] ?? '';
    const word = model.classWord(HAN.test(candidate) ? 'unknown' : 'symbol');
    const char = String.fromCodePoint(candidate.codePointAt(0) ?? 0);
    const spelling = model.spelling(char) + spaceLogOdds(candidate, slots, start);
    add(arcs, start + 1, word, spelling, [choice]);
  }
}

/** The choices that are no words by themselves. */
function findUnlisted(slot: Slot, model: LanguageModel): readonly number[] {
  if (slot.length > MANY) return describeSlot(slot, model).unlisted;
  const choices: number[] = [];
  slot.forEach((candidate, choice) => {
    const node = model.lexicon.child(ROOT, candidate.codePointAt(0) ?? 0);
    if (node < 0 || model.lexicon.word(node) < 0) choices.push(choice);
  });
  return choices;
}

function runEnd(slots: readonly Slot[], start: number, kind: RegExp): number {
  let end = start + 1;
  for (let slot = slots[end]; slot?.length === 1 && kind.test(slot[0] ?? ''); slot = slots[end]) {
    end++;
  }
  return end;
}

function add(
  arcs: Arcs,
  end: number,
  word: number,
  spelling: number,
  choices: readonly number[],
): void {
  const arc = arcs.count++;
  arcs.end[arc] = end;
  arcs.word[arc] = word;
  arcs.spelling[arc] = spelling;
  arcs.length[arc] = choices.length;
  arcs.from[arc] = arcs.choiceCount;
  for (let index = 0; index < choices.length; index++) {
    arcs.choices[arcs.choiceCount++] = choices[index] ?? 0;
  }
}

/** Adds the words that go on from `node` at slot `at`, after `choices`. */
function walk(
  arcs: Arcs,
  slots: readonly Slot[],
  at: number,
  node: number,
  choices: number[],
  model: LanguageModel,
  onlyLikely: boolean,
): void {
  const slot = slots[at] ?? [];
  const { lexicon } = model;
  const follow = (child: number, choice: number): void => {
    const candidate = slot[choice] ?? '';
    choices.push(choice);
    const word = lexicon.word(child);
    if (word >= 0) add(arcs, at + 1, word, spaceLogOdds(candidate, slots, at), choices);
    if (!candidate.endsWith(' ')) walk(arcs, slots, at + 1, child, choices, model, onlyLikely);
    choices.pop();
  };
  if (slot.length > MANY) {
    const { openings, choiceOf } = describeSlot(slot, model);
    if (node === ROOT) {
      for (const { choice, node: child } of openings) follow(child, choice);
      return;
    }
    const followChild = (child: number): void => {
      const choice = choiceOf(lexicon.codePoint(child));
      if (choice >= 0) follow(child, choice);
    };
    if (onlyLikely) likelyChildren(model, node).forEach(followChild);
    else {
      for (let child = lexicon.firstChild(node); child >= 0; child = lexicon.nextChild(child)) {
        followChild(child);
      }
    }
    return;
  }
  for (let choice = 0; choice < slot.length; choice++) {
    const child = lexicon.child(node, slot[choice]?.codePointAt(0) ?? 0);
    if (child >= 0) follow(child, choice);
  }
}

/** An arc as a value, for readers who aren't in a hurry. */
export interface Arc {
  end: number;
  /** Null for space. */
  word: number | null;
  spelling: number;
  /** What stands in each slot; empty over known text. */
  chars: readonly string[];
}

/** All arcs that start at slot `start`; never none. */
export function findArcs(slots: readonly Slot[], start: number, model: LanguageModel): Arc[] {
  const arcs = emptyArcs();
  collectArcs(arcs, slots, start, model);
  return Array.from({ length: arcs.count }, (_, arc) => {
    const word = arcs.word[arc] ?? NO_WORD;
    const from = arcs.from[arc] ?? 0;
    const choices = arcs.choices.slice(from, from + (arcs.length[arc] ?? 0));
    return {
      end: arcs.end[arc] ?? 0,
      word: word === NO_WORD ? null : word,
      spelling: arcs.spelling[arc] ?? 0,
      chars: choices.map((choice, index) => slots[start + index]?.[choice] ?? ''),
    };
  });
}
