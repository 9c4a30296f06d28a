/** Finds the words of a query in a text as it stands, to mark them there. */
import { foldText } from './fold.ts';
import { bounded, commonWords, escaped, type QueryWord, type SearchQuery } from './query.ts';

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

/**
 * A function that finds the words of the query; a Chinese run that `isLoose` may stand in parts. Common words count
 * only where the whole query stands: of `state of the art`, an `of` by itself says nothing.
 */
export function matcherOf(query: SearchQuery, isLoose = false): Matcher {
  const { words } = query;
  const sources = words.map((word) => sourceOf(word, isLoose));
  if (sources.length === 0) return () => [];
  const order = sources.map((_, place) => place).sort((a, b) => length(b) - length(a));
  const pattern = new RegExp(order.map((place) => `(${sources[place] ?? ''})`).join('|'), 'gu');
  const findAll = (text: string) =>
    matchesIn(text, pattern, (groups) => order[groups.findIndex((group) => group !== undefined)]);
  const isCommon = words.map(({ text }) => commonWords.has(text));
  if (!isCommon.includes(true)) return findAll;
  const findWhole = wholeMatcherOf(query);
  return (text) => {
    const wholes = findWhole(text);
    return findAll(text).filter(
      (match) => !isCommon[match.word] || wholes.some((whole) => isWithin(match, whole)),
    );
  };

  function length(place: number): number {
    return words[place]?.text.length ?? 0;
  }
}

/** A function that finds the whole query, its words one after the other in any form, as one match. */
export function wholeMatcherOf({ words, literal }: SearchQuery): Matcher {
  if (!literal) return () => [];
  const inForms = words.map((word) => `(?:${sourceOf(word, false)})`).join(' ?');
  const pattern = new RegExp(`${literal.source}|${inForms}`, 'gu');
  return (text) => matchesIn(text, pattern, () => 0);
}

export function isWithin(inner: Match, outer: Match): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** `wordOf` tells by the groups of a match which of the query's words it is. */
function matchesIn(
  text: string,
  pattern: RegExp,
  wordOf: (groups: (string | undefined)[]) => number | undefined,
): Match[] {
  const folded = foldText(text);
  return [...folded.text.matchAll(pattern)].map((match) => ({
    start: folded.starts[match.index] ?? 0,
    end: folded.ends[match.index + match[0].length - 1] ?? text.length,
    word: wordOf(match.slice(1)) ?? 0,
  }));
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
