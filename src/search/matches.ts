/** Finds the words of a query in a text as it stands, to mark them there. */
import { foldText } from './fold.ts';
import { bounded, escaped, type QueryWord, type SearchQuery } from './query.ts';

export interface Match {
  /** UTF-16 units of the text. */
  start: number;
  end: number;
  /** Which of the query's words it is. */
  word: number;
}

export interface TextPart {
  text: string;
  marked: boolean;
}

export type Matcher = (text: string) => Match[];

/** A function that finds the words of the query; a Chinese run that `isLoose` may stand in parts. */
export function matcherOf({ words }: SearchQuery, isLoose = false): Matcher {
  const sources = words.map((word) => sourceOf(word, isLoose));
  if (sources.length === 0) return () => [];
  const order = sources.map((_, place) => place).sort((a, b) => length(b) - length(a));
  const pattern = new RegExp(order.map((place) => `(${sources[place] ?? ''})`).join('|'), 'gu');
  return (text) => {
    const folded = foldText(text);
    return [...folded.text.matchAll(pattern)].map((match) => ({
      start: folded.starts[match.index] ?? 0,
      end: folded.ends[match.index + match[0].length - 1] ?? text.length,
      word: order[match.slice(1).findIndex((group) => group !== undefined)] ?? 0,
    }));
  };

  function length(place: number): number {
    return words[place]?.text.length ?? 0;
  }
}

/** The whole text, cut where matches begin and end. */
export function markMatches(text: string, matches: readonly Match[]): TextPart[] {
  const parts: TextPart[] = [];
  let position = 0;
  for (const { start, end } of matches) {
    if (start < position) continue;
    if (start > position) parts.push({ text: text.slice(position, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    position = end;
  }
  if (position < text.length) parts.push({ text: text.slice(position), marked: false });
  return parts;
}

/** The source of a regular expression that finds the word in folded text. */
export function sourceOf(word: QueryWord, isLoose: boolean): string {
  if (word.kind === 'han') {
    const parts = isLoose ? [word.text, ...segmentsOf(word.text)] : [word.text];
    return parts.map(escaped).join('|');
  }
  const forms = [word.text, ...word.forms.slice(1), ...word.joined].map(escaped);
  const joined = word.parts.length > 1 ? [word.parts.map(escaped).join(' ?')] : [];
  const whole = bounded([...forms, ...joined].sort((a, b) => b.length - a.length).join('|'));
  const text = escaped(word.text);
  // Most words begin with some three letters or other.
  if (word.text.length < 4) return whole;
  // A word of letters may be written with hyphens, and begin or be part of a longer one.
  const spaced = [...word.text].map(escaped).join(' ?');
  return `${whole}|${bounded(spaced)}|${text}`;
}

/** The words of a Chinese run that is found nowhere as a whole. */
export function segmentsOf(run: string): string[] {
  const segments = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(run)];
  return segments.map(({ segment }) => segment).filter((segment) => [...segment].length > 1);
}
