/** Which feeds there are, and how each is cut into pages that lead from one to the next. */
import { languages, type Language } from './language.ts';
import { feedHref, feedScope, fullAddress, type FeedFormat } from './links.ts';
import type { Paper } from './papers.ts';
import type { Tag } from './tags.ts';

/** All papers, or those of a tag, in one language. */
export interface FeedSource {
  language: Language;
  tag?: Tag;
}

/** The addresses of a feed's pages (RFC 5005, section 3): of this one, and of others where there are any. */
export interface FeedPages {
  self: string;
  first: string;
  previous?: string;
  next?: string;
  last: string;
}

/** Readers poll the first page for what is new; few go on to the others. */
const ITEMS_ON_PAGE = 100;

/** Everything that there is a feed of, by what its address begins with. */
export function feedSources(tags: readonly Tag[]): Map<string, FeedSource> {
  return new Map(
    languages.flatMap((language) => [
      [feedScope(language), { language }],
      ...tags.map((tag): [string, FeedSource] => [feedScope(language, tag.id), { language, tag }]),
    ]),
  );
}

/** How many pages a feed of these papers has: at least one. */
export function countPages(papers: readonly Paper[]): number {
  return Math.max(1, Math.ceil(papers.length / ITEMS_ON_PAGE));
}

/** Those of a page, from 1. */
export function papersOnPage(papers: readonly Paper[], page: number): readonly Paper[] {
  return papers.slice((page - 1) * ITEMS_ON_PAGE, page * ITEMS_ON_PAGE);
}

/** What page `page` of `last` names. */
export function feedPages(
  { language, tag }: FeedSource,
  last: number,
  format: FeedFormat,
  page: number,
): FeedPages {
  const at = (number: number) => fullAddress(feedHref(language, format, tag?.id, number));
  return {
    self: at(page),
    first: at(1),
    ...(page > 1 ? { previous: at(page - 1) } : {}),
    ...(page < last ? { next: at(page + 1) } : {}),
    last: at(last),
  };
}
