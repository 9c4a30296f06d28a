/** Marks on a page what the search that led here was for. Loaded where the address says so. */
import { shorten } from '../lib/shorten.ts';
import { foldText } from '../search/fold.ts';
import { highlightParameter } from '../search/highlight-parameter.ts';
import { matcherOf, type Match, type Matcher } from '../search/matches.ts';
import { meet, tellingMatcher, wholeMatcherOf } from '../search/phrase.ts';
import { parseQuery } from '../search/query.ts';
import { element } from './element.ts';
import { showMarksBar } from './marks-bar.ts';

/** The text nodes of a block. Notes are written in lines and blocks: a match doesn't reach from one to the next. */
interface Block {
  texts: Text[];
  text: string;
}

/** What is marked in a block: matches that are counted and led to, and others. */
interface Found {
  block: Block;
  places: Match[];
  lone: Match[];
}

const blocks = 'h1, h2, h3, h4, h5, h6, p, li, td, th, pre, dt, dd, blockquote';
const longestLabel = 40;

const query = parseQuery(new URLSearchParams(location.search).get(highlightParameter) ?? '');
const article = document.querySelector('article');
if (article) markPage(blocksOf(article));

function markPage(all: readonly Block[]): void {
  const { found, words } = findAll(all);
  const lone: HTMLElement[] = [];
  const places = found.flatMap(({ block, places, lone: others }) => {
    const kept: HTMLElement[][] = [];
    // Backwards: what is cut off behind a match leaves the places before it as they were.
    for (const match of [...places, ...others].sort((a, b) => b.start - a.start)) {
      const isPlace = places.includes(match);
      const marks = wrap(block.texts, match, isPlace ? 'found' : 'found-apart');
      if (isPlace) kept.unshift(marks);
      else lone.push(...marks);
    }
    return kept;
  });
  if (places.length > 0) showMarksBar(places, words, () => unmark([...places.flat(), ...lone]));
}

/**
 * Where the page has the whole query, that is what is counted, and its words apart are marked less. Where it
 * doesn't, its words are; and parts of them where there is no more.
 */
function findAll(all: readonly Block[]): { found: Found[]; words: string[] } {
  const find = (matcher: Matcher) =>
    all.map((block) => ({ block, places: matcher(block.text), lone: [] as Match[] }));
  const words = tellingMatcher(matcherOf(query), query);
  const wholes = find(wholeMatcherOf(query));
  if (hasAny(wholes)) {
    for (const { block, places, lone } of wholes)
      lone.push(...words(block.text).filter((word) => !places.some((whole) => meet(word, whole))));
    return { found: wholes, words: [shorten(query.typed, longestLabel)] };
  }
  const strict = find(words);
  const found = hasAny(strict) ? strict : find(matcherOf(query, true));
  return { found, words: wordsIn(found) };
}

/** The words that were found, as they stand on the page and in the order of the query. Each form of a word is one. */
function wordsIn(found: readonly Found[]): string[] {
  const named = new Map<string, { word: number; text: string }>();
  for (const { block, places } of found)
    for (const { start, end, word } of places) {
      const text = block.text.slice(start, end);
      const isPart = query.words[word]?.kind === 'han';
      const key = isPart ? `${word} ${foldText(text).text}` : String(word);
      if (!named.has(key)) named.set(key, { word, text: shorten(text, longestLabel) });
    }
  return [...named.values()].sort((a, b) => a.word - b.word).map(({ text }) => text);
}

function hasAny(found: readonly Found[]): boolean {
  return found.some(({ places }) => places.length > 0);
}

/** Each block without the blocks within it. */
function blocksOf(root: Element): Block[] {
  const groups = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (!parent || parent.closest('math, script, aside, [data-pagefind-ignore], .permalink'))
      continue;
    const block = parent.closest(blocks) ?? root;
    groups.set(block, [...(groups.get(block) ?? []), text]);
  }
  return [...groups.values()].map((texts) => ({
    texts,
    text: texts.map(({ data }) => data).join(''),
  }));
}

/** One mark for each text node that the match runs through: emphasis may begin in the middle of a word. */
function wrap(texts: readonly Text[], { start, end }: Match, className: string): HTMLElement[] {
  const made: HTMLElement[] = [];
  let position = 0;
  for (const text of texts) {
    const length = text.data.length;
    const from = Math.max(start - position, 0);
    const to = Math.min(end - position, length);
    position += length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    const mark = element('mark', { className });
    range.surroundContents(mark);
    made.push(mark);
  }
  return made;
}

function unmark(marks: readonly HTMLElement[]): void {
  const parents = new Set(marks.map(({ parentNode }) => parentNode));
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  for (const parent of parents) parent?.normalize();
  const address = new URL(location.href);
  address.searchParams.delete(highlightParameter);
  history.replaceState(history.state, '', address);
}
