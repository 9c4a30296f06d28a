/**
 * Every address within the site is made here, under the base path and percent-encoded. Only what an address
 * can't hold is encoded: some static hosts don't decode the likes of `%24` when they look for a file.
 */

const base = import.meta.env.BASE_URL.replace(/\/*$/, '/');

/** A fragment; the element's id is the decoded one, to the letter. */
export function fragmentHref(id: string): string {
  return `#${encodeURI(id).replaceAll('#', '%23')}`;
}

/** The index, or an entry in it. */
export function indexHref(entryId?: string): string {
  return base + (entryId === undefined ? '' : fragmentHref(entryId));
}

/** A paper's page; `segment` is its file name. */
export function paperHref(segment: string, fragment?: string): string {
  const page = `${base}papers/${encodeURI(segment)}/`;
  return fragment === undefined ? page : page + fragmentHref(fragment);
}

/** The page of all tags, or of one. */
export function tagHref(id?: string): string {
  return id === undefined ? `${base}tags/` : `${base}tags/${encodeURI(id)}/`;
}

export function searchHref(query = ''): string {
  return `${base}search/${query && `?q=${encodeURIComponent(query)}`}`;
}

/** How the text was repaired. */
export function repairHref(): string {
  return `${base}repair/`;
}

/** The record of a paper's repair. */
export function repairRecordHref(segment: string): string {
  return `${paperHref(segment)}repair.json`;
}

/** A file that the build puts beside the pages: `favicon.svg`, `pagefind/`. */
export function assetHref(path: string): string {
  return base + path;
}
