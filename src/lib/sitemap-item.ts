/** What the sitemap says of a page: its other languages, and when it last changed. Called by astro.config.mjs. */
import type { SitemapItem } from '@astrojs/sitemap';
import { languageParam, languages, languageTags, type Language } from './language.ts';

export interface SitemapFacts {
  /** The site's root: origin and base path, `https://host/base/`. */
  root: string;
  /** The last parts of the papers' addresses, each with the day on which its entry last changed, if known. */
  papers: ReadonlyMap<string, string | undefined>;
}

/** Pages that are about all papers: they change with any of them. */
const aboutAll = /^(?:stats\/|lists\/.*)?$/;

/** The item, or undefined for a page that search engines are not to list. */
export function sitemapItem(
  item: SitemapItem,
  { root, papers }: SitemapFacts,
): SitemapItem | undefined {
  const { language, page } = splitAddress(item.url, root);
  const paper = /^papers\/(.*)\/$/.exec(page)?.[1];
  // What else is beneath papers/ leads to one of them.
  if (page === 'search/' || (paper !== undefined && !papers.has(decodeURI(paper))))
    return undefined;
  const inOther = (other: Language) => root + prefixOf(other) + page;
  const lastmod =
    paper !== undefined
      ? papers.get(decodeURI(paper))
      : aboutAll.test(page)
        ? newest(papers)
        : undefined;
  return {
    ...item,
    url: root + prefixOf(language) + page,
    ...(lastmod === undefined ? {} : { lastmod }),
    links: [
      ...languages.map((other) => ({ lang: languageTags[other], url: inOther(other) })),
      { lang: 'x-default', url: inOther('en') },
    ],
  };
}

function splitAddress(url: string, root: string): { language: Language; page: string } {
  const path = url.slice(root.length);
  for (const language of languages) {
    const prefix = prefixOf(language);
    if (prefix !== '' && path.startsWith(prefix)) {
      return { language, page: path.slice(prefix.length) };
    }
  }
  return { language: 'en', page: path };
}

function prefixOf(language: Language): string {
  const param = languageParam(language);
  return param === undefined ? '' : `${param}/`;
}

function newest(papers: SitemapFacts['papers']): string | undefined {
  return [...papers.values()]
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
