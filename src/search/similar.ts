/** Finds the word that a reader may have meant: one in the index that begins like the typed one and differs little. */
import { editDistance } from './edit-distance.ts';
import { foldText } from './fold.ts';
import { findBeginning } from './occurrences.ts';
import type { PaperIndex, Postings } from './pagefind-index.ts';

const shortest = 4;
/** Typing errors are seldom in the first letters; fewer would be the beginning of too many words. */
const beginning = 3;
/** So many pages are read for their words. */
const mostRead = 8;

/** Where the similar word stands; nowhere where there is none. */
export async function findSimilar(text: string, index: PaperIndex): Promise<Postings> {
  if (text.length < shortest) return new Map();
  const most = text.length < 8 ? 1 : 2;
  const lengths = new Set([Math.ceil(text.length * 0.6), beginning]);
  for (const length of lengths) {
    const words = await wordsWith(text.slice(0, length), index);
    const [best] = words
      .map((word) => ({ word, distance: editDistance(text, word) }))
      .sort((a, b) => a.distance - b.distance);
    if (best && best.distance <= most) return index.word(best.word);
  }
  return new Map();
}

/** Words of some pages that begin so. */
async function wordsWith(stem: string, index: PaperIndex): Promise<string[]> {
  const begun = [...(await findBeginning(stem, index))].slice(0, mostRead);
  const found = await Promise.all(
    begun.map(async ([id, positions]) => {
      const { words } = await index.page(id);
      return positions.map((position) =>
        foldText(words[position] ?? '')
          .text.replace(/[^\p{L}\p{N}]+$/u, '')
          .replace(/[.'’,]/g, ''),
      );
    }),
  );
  return [...new Set(found.flat())];
}
