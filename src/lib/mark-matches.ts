/** Cuts a text where the words of a query stand in it. */
import type { SearchQuery } from './search-query.ts';

export interface TextPart {
  text: string;
  marked: boolean;
}

/** The whole text in parts; a word of two letters or fewer is marked only where it stands alone. */
export function markMatches(text: string, { words }: SearchQuery): TextPart[] {
  if (words.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(words.toSorted((a, b) => b.length - a.length).map(toPattern).join('|'), 'giu');
  const parts: TextPart[] = [];
  let position = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > position) parts.push({ text: text.slice(position, match.index), marked: false });
    parts.push({ text: match[0], marked: true });
    position = match.index + match[0].length;
  }
  if (position < text.length) parts.push({ text: text.slice(position), marked: false });
  return parts;
}

function toPattern(word: string): string {
  const isShortLatin = /^[a-z0-9]{1,2}$/.test(word);
  // A query's words are letters, marks and digits: nothing in them is special to a regular expression.
  return isShortLatin ? `(?<![\\p{L}\\p{N}])${word}(?![a-z0-9])` : word;
}
