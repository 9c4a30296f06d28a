/**
 * Searches: the one engine behind the search page and the dialog.
 *
 * The index tells where the words stand, which gives the papers that hold all of them, in the order of how
 * closely they do. The best of these are read, so that those which hold the query to the letter come first, and
 * nothing is called a hit that doesn't hold it. Where no paper does, the nearest are offered as such.
 */
import { arxivId } from './arxiv-id.ts';
import { holdsWord } from './holds-word.ts';
import { monthTyped } from './month-query.ts';
import { findBeginning, findRun, findWord, type Occurrences } from './occurrences.ts';
import { foldText } from './fold.ts';
import { findSimilar } from './similar.ts';
import { matcherOf, segmentsOf } from './matches.ts';
import type { IndexedPage, PaperIndex } from './pagefind-index.ts';
import { parseQuery, type SearchQuery } from './query.ts';
import { rankHits, rankNearest, type RankedPage } from './rank.ts';

export interface SearchAnswer {
  query: SearchQuery;
  /** The papers that hold the query and pass, best first. */
  hits: string[];
  /** Those that don't pass, too, in no order: for counts. */
  all: string[];
  /** Where there are none: the papers that come closest, best first. */
  nearest: string[];
}

/** So many pages are read to put those first that hold the query to the letter. */
const mostRead = 16;
const mostNearest = 5;
/** What a near paper must hold of the query at least, by the weight of the words. */
const nearShare = 0.3;
const literalWeight = 1000;
const literalTitleWeight = 100;

/** `passes` lets papers through, by id. Rejects where the index can't be reached. */
export async function search(
  typed: string,
  index: PaperIndex,
  passes: (id: string) => boolean = () => true,
): Promise<SearchAnswer> {
  const query = parseQuery(typed);
  for (const [facet, value] of [
    ['arxiv', arxivId(query.typed)],
    ['month', monthTyped(query.typed)],
  ] as const) {
    const all = value === undefined ? [] : await index.having(facet, value);
    if (all.length > 0) return { query, hits: all.filter(passes), all, nearest: [] };
  }
  if (query.words.length === 0) return { query, hits: [], all: [], nearest: [] };
  const size = await index.size();
  const { found, ranked } = await rankPages(query, index, size);
  // Where all can be read, all are: what else the counts of the filter would be wrong by.
  const isFew = ranked.length <= mostRead;
  const isPassing = (page: RankedPage) => passes(page.id);
  const best = await readBest(isFew ? ranked : ranked.filter(isPassing), query, index);
  const { refuted } = best;
  const hits = best.hits.filter(passes);
  const all = ranked.map((page) => page.id).filter((page) => !refuted.includes(page));
  if (all.length > 0) return { query, hits, all, nearest: [] };
  await index.check();
  const nearest = await findNearest(query, found, index, size);
  const near = [...new Set([...refuted, ...nearest.map((page) => page.id)])].filter(passes);
  return { query, hits, all, nearest: near.slice(0, mostNearest) };
}

/** What a filter leaves where no words are asked for. */
export function browse(all: string[], passes: (id: string) => boolean): SearchAnswer {
  return { query: parseQuery(''), hits: all.filter(passes), all, nearest: [] };
}

/** Asks for all positions only where there are more pages than can be read to see what they say. */
async function rankPages(query: SearchQuery, index: PaperIndex, size: number) {
  const find = (positions: boolean) =>
    Promise.all(query.words.map((word) => findWord(word, index, positions)));
  const found = await find(false);
  const ranked = rankHits(query.words, found, size);
  const [word, ...others] = query.words;
  const isOnePiece = others.length === 0 && (word?.kind !== 'han' || [...word.text].length < 3);
  if (ranked.length <= mostRead || isOnePiece) return { found, ranked };
  const placed = await find(true);
  return { found: placed, ranked: rankHits(query.words, placed, size) };
}

/** The best pages in the order of what they say, without those that turn out not to hold the query. */
async function readBest(
  ranked: readonly RankedPage[],
  query: SearchQuery,
  index: PaperIndex,
): Promise<{ hits: string[]; refuted: string[] }> {
  const held = query.words.map(holdsWord);
  const refuted: string[] = [];
  const read = await Promise.all(
    ranked.slice(0, mostRead).map(async ({ id, score }) => {
      const page = await index.page(id);
      const text = page.words.join('');
      if (!held.every((holds) => holds(text))) refuted.push(id);
      return { id, score: score + literalScore(query, foldText(text).text, page) };
    }),
  );
  const best = read
    .filter(({ id }) => !refuted.includes(id))
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
  return { hits: [...best, ...ranked.slice(mostRead).map(({ id }) => id)], refuted };
}

function literalScore({ literal }: SearchQuery, text: string, { meta }: IndexedPage): number {
  if (!literal?.test(text)) return 0;
  const titles = [meta['title'], meta['titleZh']].map((title) => foldText(title ?? '').text);
  return literalWeight + (titles.some((title) => literal.test(title)) ? literalTitleWeight : 0);
}

/** Where the whole is found nowhere, Chinese runs by their words, and other words by a similar one or their beginning. */
async function findNearest(
  query: SearchQuery,
  found: readonly Occurrences[],
  index: PaperIndex,
  size: number,
): Promise<RankedPage[]> {
  const parts = await Promise.all(
    query.words.map(async (word, place): Promise<Occurrences[]> => {
      const whole = found[place];
      if (whole && whole.size > 0) return [whole];
      if (word.kind === 'han') {
        return Promise.all(segmentsOf(word.text).map((segment) => findRun(segment, index, true)));
      }
      const stem = word.text.slice(0, Math.max(5, Math.ceil(word.text.length * 0.6)));
      if (stem.length >= word.text.length) return [new Map()];
      const similar = await findSimilar(word.forms[0] ?? '', index);
      const postings = similar.size > 0 ? similar : await findBeginning(stem, index);
      return [
        new Map([...postings].map(([id, starts]) => [id, { starts: [...starts], exact: false }])),
      ];
    }),
  );
  const words = parts.flatMap((occurrences, place) =>
    occurrences.map(() => query.words[place]).filter((word) => word !== undefined),
  );
  return rankNearest(words, parts.flat(), size, nearShare);
}

/** What marks the query in a text; looser where the papers are only near. */
export function matcherFor({ query, hits }: SearchAnswer) {
  return matcherOf(query, hits.length === 0);
}
