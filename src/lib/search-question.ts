/** What is asked of the search page. It is kept in the page's address, so that it can be linked and gone back to. */
import { facets, readFilter, writeFilter, type PaperFilter } from './paper-filter.ts';

export interface SearchQuestion {
  /** As it was typed. */
  typed: string;
  filter: PaperFilter;
  /** Newest first, rather than the best match. */
  isByDate: boolean;
}

/**
 * What is searched of a text, and kept in addresses. A pasted page of Chinese would make an address that servers
 * refuse, nine characters for each of its own; and the first words are all that is searched for anyway.
 */
export const longestQuery = 400;

export function queryOf(typed: string): string {
  const text = typed.toWellFormed().trim();
  if (text.length <= longestQuery) return text;
  // Not through the middle of a character.
  return text
    .slice(0, longestQuery)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}

export function readQuestion(parameters: URLSearchParams): SearchQuestion {
  return {
    typed: parameters.get('q') ?? '',
    filter: readFilter(parameters),
    isByDate: parameters.get('sort') === 'date',
  };
}

/** `?q=GRPO&sort=date&month=2025-05`; empty where nothing is asked. */
export function writeQuestion({ typed, filter, isByDate }: SearchQuestion): string {
  const parameters = new URLSearchParams();
  const query = queryOf(typed);
  if (query) parameters.set('q', query);
  if (isByDate) parameters.set('sort', 'date');
  return writeFilter(filter, parameters);
}

export function isFiltered({ filter }: SearchQuestion): boolean {
  return facets.some((facet) => filter[facet]);
}

/** Whether there is anything to answer: an order alone asks nothing. */
export function isAsked(question: SearchQuestion): boolean {
  return queryOf(question.typed) !== '' || isFiltered(question);
}
