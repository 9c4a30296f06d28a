/**
 * A second reading: where the language model wavers, the characters around a gap are weighed once more, further
 * out than the three words that it sees. A log-linear model over the candidates of a gap: Berger, Della Pietra
 * and Della Pietra, "A maximum entropy approach to natural language processing" (1996). Its features are hashed
 * into one table of weights: Weinberger et al., "Feature hashing for large scale multitask learning" (2009).
 * scripts/model/train-reranker.ts learns the weights.
 */
import { CLAUSE_MARK, SENTENCE_END } from './clauses.ts';
import type { Choice } from './decode.ts';

/** In nats: choices with a greater margin, and candidates further behind, are settled. */
export const WAVERING = 10;
/** How many weights the table has: a power of two. */
export const TABLE_SIZE = 2 ** 18;
/** Weights are kept in these parts of a nat. */
export const STEPS_PER_NAT = 64;

/** So many characters on each side are looked at. */
const SIGHT = 14;
/** Pairs of characters in the same clause: so far to the right, and to the left. */
const PAIRS_AFTER = 10;
const PAIRS_BEFORE = 8;
/** What opens a place (at, from, in) and what closes it: 在…中. See frames.ts. */
const OPENS_PLACE = '\u5728\u4ECE\u4E8E';
const CLOSES_PLACE = '\u4E2D\u4E0A\u4E0B\u91CC\u5185\u5916\u65F6\u540E\u524D\u95F4';
/** What stands where the text begins, and where it ends. */
const BEGINNING = '^';
const END = '$';

/** The choices of a line anew: those that waver in another order, where their surroundings ask for it. */
export function rerank(choices: readonly Choice[], weights: Int8Array): Choice[] {
  const chars = choices.map(({ ranked }) => ranked[0] ?? '');
  return choices.map((choice, at) => {
    if (choice.margin > WAVERING) return choice;
    const features = contextFeatures(chars, at);
    const scored = choice.ranked.map((candidate, index) => {
      const score = choice.scores[index] ?? -Infinity;
      const isOpen = score >= (choice.scores[0] ?? 0) - WAVERING;
      return { candidate, score: isOpen ? score + weigh(features, candidate, weights) : score };
    });
    // The sort is stable: what the beam lost keeps its order.
    scored.sort((a, b) => (a.score === b.score ? 0 : b.score - a.score));
    const scores = scored.map(({ score }) => score);
    return {
      ranked: scored.map(({ candidate }) => candidate),
      scores,
      margin: (scores[0] ?? 0) - (scores[1] ?? -Infinity),
    };
  });
}

/** In nats: what the features say for the candidate. */
function weigh(features: readonly number[], candidate: string, weights: Int8Array): number {
  let sum = 0;
  for (const feature of features) sum += weights[placeOf(feature, candidate)] ?? 0;
  return sum / STEPS_PER_NAT;
}

/** Where in the table the weight of a candidate with this feature is. */
export function placeOf(feature: number, candidate: string): number {
  return mix(feature, candidate.codePointAt(0) ?? 0) & (TABLE_SIZE - 1);
}

/** The features of the place, as hashes: `chars` is what the line reads so far. */
export function contextFeatures(chars: readonly string[], at: number): number[] {
  const left = look(chars, at, -1);
  const right = look(chars, at, 1);
  const before = (place: number) => left[place] ?? BEGINNING;
  const after = (place: number) => right[place] ?? END;
  const clauseBefore = clauseOf(left);
  const clauseAfter = clauseOf(right);
  const end = right[clauseAfter.length] ?? END;
  const place = openPlace(clauseBefore);
  const length = bucket(clauseAfter.length);
  const texts = [
    '',
    before(0),
    before(1) + before(0),
    before(2) + before(1) + before(0),
    after(0),
    after(0) + after(1),
    after(0) + after(1) + after(2),
    before(0) + after(0),
    before(1) + before(0) + after(0),
    before(0) + after(0) + after(1),
    place,
    bucket(clauseBefore.length),
    length,
    length + end,
    place + length,
  ];
  const features = texts.map((text, kind) => hash(kind, text));
  for (const char of new Set(clauseBefore)) features.push(hash(20, char));
  for (const char of new Set(clauseAfter)) features.push(hash(21, char));
  for (let one = 1; one + 1 < Math.min(clauseAfter.length, PAIRS_AFTER); one++) {
    features.push(hash(22, after(one) + after(one + 1)));
  }
  for (let one = 1; one + 1 < Math.min(clauseBefore.length, PAIRS_BEFORE); one++) {
    features.push(hash(23, before(one + 1) + before(one)));
  }
  return features;
}

/** What stands on one side, nearest first, up to the end of the sentence; runs of Latin and of digits are one. */
function look(chars: readonly string[], at: number, step: 1 | -1): string[] {
  const seen: string[] = [];
  for (let place = at + step; seen.length < SIGHT; place += step) {
    const char = chars[place]?.trimEnd();
    if (char === undefined) break;
    if (char === '') continue;
    const kind = /^[A-Za-z]$/.test(char) ? 'A' : /^[0-9]$/.test(char) ? '0' : char;
    if ((kind === 'A' || kind === '0') && seen.at(-1) === kind) continue;
    seen.push(kind);
    if (SENTENCE_END.test(kind)) break;
  }
  return seen;
}

function clauseOf(seen: readonly string[]): readonly string[] {
  const end = seen.findIndex((char) => CLAUSE_MARK.test(char));
  return end < 0 ? seen : seen.slice(0, end);
}

/** Whether the clause, nearest first, has opened a place and not closed it; or closed one last. */
function openPlace(clause: readonly string[]): string {
  const last = clause.find((char) => OPENS_PLACE.includes(char) || CLOSES_PLACE.includes(char));
  return last === undefined ? 'none' : OPENS_PLACE.includes(last) ? 'open' : 'closed';
}

function bucket(length: number): string {
  return length < 4 ? String(length) : length < 7 ? '4-6' : length < 13 ? '7-12' : '13';
}

function hash(kind: number, text: string): number {
  let value = mix(0x811c9dc5, kind);
  for (let at = 0; at < text.length; at++) value = mix(value, text.charCodeAt(at));
  return value;
}

/** One step of a hash of 32 bits, well mixed in its low ones. */
function mix(value: number, next: number): number {
  const product = Math.imul(value ^ next, 0x9e3779b1);
  return product ^ (product >>> 15);
}
