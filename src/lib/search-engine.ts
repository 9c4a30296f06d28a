/**
 * The one module that knows Pagefind in the browser. Two things lean on what its documentation leaves out, so
 * the version is pinned and a browser test holds them:
 *
 * - Pagefind picks an index by the page's language and, where there is none of that name, takes the largest.
 *   We write one index, `zh-cn`; any other language opens it.
 * - It cuts the query into Chinese words if that language is Chinese, but finds more when it is asked for the
 *   pairs of characters that it indexes. So it must read another language at the moment it is started.
 */
import { formatMonth } from './month.ts';
import { assetHref, fragmentHref } from './links.ts';
import { indexTerms, matchesAll, matchesAny, type SearchQuery } from './search-query.ts';

export interface SearchSection {
  href: string;
  title: string;
  excerpt: string;
}

export interface SearchHit extends SearchSection {
  titleZh: string | undefined;
  month: string;
  /** The sections that hold a word of the query, in the order of the page. */
  sections: SearchSection[];
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** There may be more than these. */
  more: boolean;
}

interface PagefindPart {
  url: string;
  plain_excerpt: string;
}

interface PagefindPage extends PagefindPart {
  content: string;
  meta: Record<string, string>;
  sub_results: PagefindSection[];
}

interface PagefindSection extends PagefindPart {
  title: string;
  anchor?: { element: string; id: string };
}

interface PagefindInstance {
  search(term: string): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
}

interface PagefindModule {
  createInstance(options: object): PagefindInstance;
}

/** Pagefind also finds what matches only in part, so pages are read to see which match in full. */
const mostRead = 20;

let instance: Promise<PagefindInstance> | undefined;

/** Asks the index. Rejects where it can't be loaded; the next call tries again. */
export async function search(query: SearchQuery): Promise<SearchAnswer> {
  try {
    instance ??= start();
    const { results } = await (await instance).search(indexTerms(query).join(' '));
    const pages = await Promise.all(results.slice(0, mostRead).map((result) => result.data()));
    const found = pages.filter(({ content, meta }) =>
      matchesAll(query, [content, ...Object.values(meta)].join(' ')),
    );
    return { hits: found.map((page) => toHit(page, query)), more: results.length > mostRead };
  } catch (error) {
    instance = undefined;
    throw error;
  }
}

async function start(): Promise<PagefindInstance> {
  const address = assetHref('pagefind/pagefind.js');
  return createInstance((await import(/* @vite-ignore */ address)) as PagefindModule);
}

function createInstance(module: PagefindModule): PagefindInstance {
  const page = document.documentElement;
  const language = page.lang;
  page.lang = 'en';
  const created = module.createInstance({ excerptLength: 40 });
  page.lang = language;
  return created;
}

function toHit(page: PagefindPage, query: SearchQuery): SearchHit {
  return {
    href: page.url,
    title: page.meta['title'] ?? page.url,
    titleZh: page.meta['titleZh'],
    month: page.meta['date'] ? formatMonth(page.meta['date'], 'en') : '',
    excerpt: plain(page.plain_excerpt),
    sections: page.sub_results
      .flatMap((part) => toSection(page, part))
      .filter(({ title, excerpt }) => matchesAny(query, `${title} ${excerpt}`)),
  };
}

/** None for the page's title, and none for a heading without text of its own: both say what the hit says. */
function toSection(page: PagefindPage, part: PagefindSection): SearchSection[] {
  const { anchor } = part;
  if (!anchor || anchor.element === 'h1') return [];
  const title = plain(part.title);
  const text = plain(part.plain_excerpt);
  const excerpt = withoutHeading(text, title);
  return excerpt ? [{ href: page.url + fragmentHref(anchor.id), title, excerpt }] : [];
}

/** A section's text begins with its heading and a full stop; an excerpt may begin in the middle of it. */
function withoutHeading(text: string, heading: string): string {
  for (let start = 0; start < heading.length; start++) {
    const end = `${heading.slice(start)}.`;
    if (text.startsWith(end)) return text.slice(end.length).trim();
  }
  return text;
}

/** Excerpts and titles carry the marks of word boundaries, excerpts also `<` and `>` as references. */
function plain(text: string): string {
  return text
    .replace(/\u200B/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');
}
