/**
 * Every address within the site is made here, under the base path and percent-encoded. Only what an address
 * can't hold is encoded: some static hosts don't decode the likes of `%24` when they look for a file.
 */
import type { CitationFormat } from '../papers/citations/join-entries.ts';
import { fragmentHref } from './fragment.ts';
import { languageParam, languages, type Language } from './language.ts';

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** The addresses of the pages in one language. */
export function linksIn(language: Language) {
  const root = rootOf(language);
  return {
    /** The index, or an entry in it. */
    index: (entryId?: string): string => withFragment(root, entryId),
    /** A paper's page; `segment` is its file name. */
    paper: (segment: string, fragment?: string): string =>
      withFragment(`${root}papers/${encodeURI(segment)}/`, fragment),
    /** The page of all lists, or of one, or a place in it. */
    list: (segment?: string, fragment?: string): string =>
      withFragment(
        `${root}lists/${segment === undefined ? '' : `${encodeURI(segment)}/`}`,
        fragment,
      ),
    /** The page of all tags, or of one. */
    tag: (id?: string): string => `${root}tags/${id === undefined ? '' : `${encodeURI(id)}/`}`,
    search: (query = ''): string => `${root}search/${query && `?q=${encodeURIComponent(query)}`}`,
    /** The papers of a year, in a library that the index has no room for. */
    year: (year: string): string => `${root}years/${year}/`,
    stats: (): string => `${root}stats/`,
    /** What a browser needs to know to search here. */
    openSearch: (): string => `${root}opensearch.xml`,
    /** How the text was repaired. */
    repair: (): string => `${root}repair/`,
  };
}

export type Links = ReturnType<typeof linksIn>;

/** The record of a paper's repair. */
export function repairRecordHref(segment: string): string {
  return assetHref(`papers/${encodeURI(segment)}/repair.json`);
}

/** What citations are offered of: everything, or what a page shows. */
export type CitationScope =
  '' | `papers/${string}` | `tags/${string}` | `lists/${string}` | `years/${string}`;

/** The file that cites a scope's papers. */
export function citationHref(scope: CitationScope, format: CitationFormat): string {
  return assetHref(`${encodeURI(scope)}${scope && '/'}cite.${format}`);
}

/** All papers' entries of a format by slug: `{format}` stands for it. */
export function citationEntriesHref(): string {
  return assetHref('cite/{format}.json');
}

/** A paper as Markdown. */
export function markdownHref(segment: string): string {
  return assetHref(`papers/${encodeURI(segment)}.md`);
}

/** RSS and JSON Feed, by the endings of their addresses. */
export const feedFormats = ['xml', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** A page of the feed of all papers, or of a tag's. */
export function feedHref(language: Language, format: FeedFormat, tag?: string, page = 1): string {
  const scope = encodeURI(feedScope(language, tag));
  return assetHref(`${scope}${scope && '/'}feed${page > 1 ? `/${page}` : ''}.${format}`);
}

/** What the address of a feed begins with, not encoded: `zh/tags/rl`; empty for all papers in English. */
export function feedScope(language: Language, tag?: string): string {
  return [languageParam(language), tag === undefined ? undefined : `tags/${tag}`]
    .filter((part) => part !== undefined)
    .join('/');
}

/** An address of this site with its host. */
export function fullAddress(address: string): string {
  return new URL(address, import.meta.env.SITE).href;
}

/** A file that the build puts beside the pages: `favicon.svg`, `pagefind/`. */
export function assetHref(path: string): string {
  return base + path;
}

/** The same page in another language; `pathname` is a page's address in any. */
export function inLanguage(pathname: string, language: Language): string {
  const path = pathname.slice(base.length);
  const first = path.split('/', 1)[0];
  const current = languages.find((known) => languageParam(known) === first);
  return rootOf(language) + (current ? path.slice(rootOf(current).length - base.length) : path);
}

/** The address that all pages of a language begin with. */
export function rootOf(language: Language): string {
  const param = languageParam(language);
  return param === undefined ? base : `${base}${param}/`;
}

function withFragment(page: string, id: string | undefined): string {
  return id === undefined ? page : page + fragmentHref(id);
}
