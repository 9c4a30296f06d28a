/** Cuts a text where the words of a query stand in it. */
import { wordSource, type SearchQuery } from './search-query.ts';

export interface TextPart {
  text: string;
  marked: boolean;
}

/** The whole text in parts. */
export function markMatches(text: string, { words }: SearchQuery): TextPart[] {
  if (words.length === 0) return [{ text, marked: false }];
  const pattern = new RegExp(
    words
      .toSorted((a, b) => b.length - a.length)
      .map(wordSource)
      .join('|'),
    'giu',
  );
  const parts: TextPart[] = [];
  let position = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > position)
      parts.push({ text: text.slice(position, match.index), marked: false });
    parts.push({ text: match[0], marked: true });
    position = match.index + match[0].length;
  }
  if (position < text.length) parts.push({ text: text.slice(position), marked: false });
  return parts;
}
