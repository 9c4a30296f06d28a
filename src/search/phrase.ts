/** The query as a whole in a text. Its words alone may say little: of `state of the art`, each `of` says nothing. */
import { foldText } from './fold.ts';
import { matcherOf, type Match, type Matcher } from './matches.ts';
import { commonWords, type SearchQuery } from './query.ts';

/** What may stand between words of a phrase. */
const gap = /^[\s\p{Pd}]*$/u;

/** A function that finds the whole query, to the letter or its words one after the other in any form, as one match. */
export function wholeMatcherOf(query: SearchQuery): Matcher {
  const { words, literal } = query;
  if (!literal) return () => [];
  const pattern = new RegExp(literal.source, 'gu');
  const findWords = matcherOf(query);
  return (text) => {
    const folded = foldText(text);
    const wholes = [...folded.text.matchAll(pattern)].map((match) => ({
      start: folded.starts[match.index] ?? 0,
      end: folded.ends[match.index + match[0].length - 1] ?? text.length,
      word: 0,
    }));
    const inForms = findRows(findWords(text), words.length, text).filter(
      (row) => !wholes.some((whole) => meet(row, whole)),
    );
    return [...wholes, ...inForms].sort((a, b) => a.start - b.start);
  };
}

/** The matcher without common words where they stand outside the whole query. */
export function tellingMatcher(matcher: Matcher, query: SearchQuery): Matcher {
  const isCommon = query.words.map(({ text }) => commonWords.has(text));
  if (!isCommon.includes(true)) return matcher;
  const findWhole = wholeMatcherOf(query);
  return (text) => {
    const wholes = findWhole(text);
    return matcher(text).filter(
      (match) => !isCommon[match.word] || wholes.some((whole) => meet(match, whole)),
    );
  };
}

export function meet(one: Match, other: Match): boolean {
  return one.start < other.end && other.start < one.end;
}

/** Where matches of all words follow each other in the order of the query. */
function findRows(matches: readonly Match[], length: number, text: string): Match[] {
  return matches.flatMap((first, place) => {
    const row = matches.slice(place, place + length);
    const isRow =
      row.length === length &&
      row.every(({ word, start }, at) => {
        const before = row[at - 1];
        return word === at && (!before || gap.test(text.slice(before.end, start)));
      });
    const last = row.at(-1);
    return isRow && last ? [{ start: first.start, end: last.end, word: 0 }] : [];
  });
}
