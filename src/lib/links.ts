/**
 * Every address within the site is made here, under the base path and percent-encoded. Only what an address
 * can't hold is encoded: some static hosts don't decode the likes of `%24` when they look for a file.
 */
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
    /** The feed of all papers, or of a tag's. */
    feed: (format: FeedFormat, tag?: string): string =>
      `${root}${tag === undefined ? '' : `tags/${encodeURI(tag)}/`}feed.${format}`,
    search: (query = ''): string => `${root}search/${query && `?q=${encodeURIComponent(query)}`}`,
    stats: (): string => `${root}stats/`,
    /** How the text was repaired. */
    repair: (): string => `${root}repair/`,
  };
}

/** RSS, or JSON Feed. */
export type FeedFormat = 'xml' | 'json';

export type Links = ReturnType<typeof linksIn>;

/** A fragment; the element's id is the decoded one, to the letter. */
export function fragmentHref(id: string): string {
  return `#${encodeURI(id).replaceAll('#', '%23')}`;
}

/** A paper's entry as plain Markdown. */
export function markdownHref(segment: string): string {
  return assetHref(`papers/${encodeURI(segment)}.md`);
}

/** The record of a paper's repair. */
export function repairRecordHref(segment: string): string {
  return assetHref(`papers/${encodeURI(segment)}/repair.json`);
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
