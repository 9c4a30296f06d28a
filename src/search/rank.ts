/** Orders papers by how well, how closely and how early they hold the words of a query. */
import type { Occurrences } from './occurrences.ts';
import type { QueryWord } from './query.ts';

export interface RankedPage {
  id: string;
  score: number;
}

/** A phrase outweighs whatever single words add up to. */
const phraseWeight = 20;
const exactWeight = 10;
const closenessWeight = 6;
/** Titles come first on a page; they have about as many words. */
const titleEnd = 40;
const titleWeight = 2;

/** The papers that hold every word, best first. `size` is the number of papers. */
export function rankHits(
  words: readonly QueryWord[],
  found: readonly Occurrences[],
  size: number,
): RankedPage[] {
  const [rarest, ...others] = [...found].sort((a, b) => a.size - b.size);
  const ids = [...(rarest?.keys() ?? [])].filter((id) => others.every((word) => word.has(id)));
  return rank(ids, words, found, size);
}

/** The papers that hold at least this share of what the words weigh, best first. */
export function rankNearest(
  words: readonly QueryWord[],
  found: readonly Occurrences[],
  size: number,
  share: number,
): RankedPage[] {
  const all = found.reduce((sum, word) => sum + weightOf(word, size), 0);
  const ids = new Set(found.flatMap((word) => [...word.keys()]));
  const near = [...ids].filter(
    (id) =>
      found.reduce((sum, word) => sum + (word.has(id) ? weightOf(word, size) : 0), 0) >=
      share * all,
  );
  return rank(near, words, found, size);
}

function rank(
  ids: readonly string[],
  words: readonly QueryWord[],
  found: readonly Occurrences[],
  size: number,
): RankedPage[] {
  return ids
    .map((id) => ({ id, score: scorePage(id, words, found, size) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
}

function scorePage(
  id: string,
  words: readonly QueryWord[],
  found: readonly Occurrences[],
  size: number,
): number {
  let score = 0;
  for (const word of found) {
    const occurrence = word.get(id);
    if (!occurrence) continue;
    const { starts, exact } = occurrence;
    const frequency = starts.length / (starts.length + 1.5);
    score +=
      weightOf(word, size) * (frequency + ((starts[0] ?? titleEnd) < titleEnd ? titleWeight : 0));
    if (exact) score += exactWeight;
  }
  const held = found.map((word) => word.get(id)?.starts ?? []);
  if (words.length > 1) {
    if (hasPhrase(words, held)) score += phraseWeight;
    score +=
      closenessWeight / (1 + spread(held.filter((starts) => starts.length > 0)) / words.length);
  }
  return score;
}

/** Rare words tell more: their inverse document frequency. A word in no paper tells nothing of any. */
function weightOf(word: Occurrences, size: number): number {
  return word.size === 0 ? 1 : Math.log(1 + size / word.size);
}

/** Whether the words follow each other somewhere, in their order. */
function hasPhrase(words: readonly QueryWord[], held: readonly (readonly number[])[]): boolean {
  let ends = held[0] ?? [];
  for (const [place, starts] of held.entries()) {
    if (place === 0) continue;
    const reach = words[place - 1]?.reach ?? 1;
    ends = starts.filter((start) => ends.some((end) => start >= end && start - end <= reach));
    if (ends.length === 0) return false;
  }
  return ends.length > 0;
}

/** The shortest distance within which all stand. */
function spread(held: readonly (readonly number[])[]): number {
  if (held.length === 0) return 0;
  const places = held.map(() => 0);
  let shortest = Infinity;
  for (;;) {
    const now = held.map((starts, word) => starts[places[word] ?? 0] ?? Infinity);
    const first = Math.min(...now);
    shortest = Math.min(shortest, Math.max(...now) - first);
    const word = now.indexOf(first);
    places[word] = (places[word] ?? 0) + 1;
    if ((places[word] ?? 0) >= (held[word]?.length ?? 0)) return shortest;
  }
}
