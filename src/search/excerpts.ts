/** The sections of a page that hold words of a query, and the passage of each that says most. */
import type { IndexedPage } from './pagefind-index.ts';
import { markMatches, type Match, type Matcher, type TextPart } from './matches.ts';

export interface FoundSection {
  /** The id of its heading. */
  id: string;
  title: TextPart[];
  excerpt: TextPart[];
  /** Its text, for what depends on its language. */
  text: string;
}

/** Wide enough for two or three lines; a Chinese character counts twice. */
const widest = 190;
/** What stands before the first match. */
const before = 40;

/** The sections that hold a match, those with most words of the query first, at most `most` of them. */
export function findSections(page: IndexedPage, matcher: Matcher, most: number): FoundSection[] {
  const found = sectionsOf(page).flatMap(({ id, title, text }, place) => {
    const inTitle = matcher(title);
    const inText = matcher(text);
    if (inTitle.length + inText.length === 0) return [];
    const kinds = new Set([...inTitle, ...inText].map(({ word }) => word)).size;
    const excerpt = cutExcerpt(text, inText);
    if (excerpt.length === 0) return [];
    return [{ place, kinds, section: { id, title: markMatches(title, inTitle), excerpt, text } }];
  });
  return found
    .sort((a, b) => b.kinds - a.kinds || a.place - b.place)
    .slice(0, most)
    .sort((a, b) => a.place - b.place)
    .map(({ section }) => section);
}

/** The beginning of the page's first section with text of its own. */
export function opening(page: IndexedPage): string {
  const first = sectionsOf(page).find(({ text }) => text.length > 0);
  return first ? cut(first.text, 0) : '';
}

/** The window that holds the most different words, with the matches in it marked. */
export function cutExcerpt(text: string, matches: readonly Match[]): TextPart[] {
  let best = { kinds: 0, start: 0 };
  for (const [place, { start }] of matches.entries()) {
    const near = matches.slice(place).filter((match) => match.start - start < widest / 2);
    const kinds = new Set(near.map(({ word }) => word)).size;
    if (kinds > best.kinds) best = { kinds, start };
  }
  const start = best.start <= before ? 0 : wordStart(text, best.start - before);
  const excerpt = cut(text, start);
  const shift = start > 0 ? start - 1 : 0;
  const inside = matches
    .filter((match) => match.start >= start && match.end - shift <= excerpt.length)
    .map((match) => ({ ...match, start: match.start - shift, end: match.end - shift }));
  return markMatches(excerpt, inside);
}

/** Text from a place on, with `…` for what is left out. */
function cut(text: string, start: number): string {
  let end = start;
  let width = 0;
  for (const character of text.slice(start)) {
    width += /\p{Script=Han}|[\u3000-\u303F\uFF00-\uFF60]/u.test(character) ? 2 : 1;
    if (width > widest) break;
    end += character.length;
  }
  const shown = end < text.length ? wholeWords(text, start, end) : text.slice(start);
  return `${start > 0 ? '…' : ''}${shown.trimEnd()}${end < text.length ? '…' : ''}`;
}

/** Without the word at its end that goes on behind it. */
function wholeWords(text: string, start: number, end: number): string {
  const shown = text.slice(start, end);
  return /[\p{Script=Latin}\p{N}]/u.test(text.charAt(end))
    ? shown.replace(/(?<=.)[\p{Script=Latin}\p{N}]{1,30}$/u, '')
    : shown;
}

/** The beginning of the word or the clause at a place. */
function wordStart(text: string, place: number): number {
  const found = text.slice(place).search(/(?<=[\s，。；：、！？])\S|(?=\p{Script=Han})/u);
  return found < 0 || found > before ? place : place + found;
}

function sectionsOf({
  words,
  anchors,
}: IndexedPage): { id: string; title: string; text: string }[] {
  const headings = anchors
    .filter(({ element }) => /^h[1-6]$/.test(element))
    .sort((a, b) => a.location - b.location);
  return headings.flatMap(({ element, id, text, location }, place) => {
    // The page's title is what the result begins with.
    if (element === 'h1') return [];
    const end = headings[place + 1]?.location ?? words.length;
    const title = text.replace(/\u200B/g, '').trim();
    return [{ id, title, text: withoutHeading(words.slice(location, end).join('').trim(), title) }];
  });
}

/** A section's text begins with its heading, behind which the index has put a full stop. */
function withoutHeading(text: string, heading: string): string {
  if (!text.startsWith(heading)) return text;
  return text.slice(heading.length).replace(/^[.。\s]+/, '');
}
