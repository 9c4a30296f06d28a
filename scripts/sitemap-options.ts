/** What the sitemap says: pages for search engines, their translations, and when papers last changed. */
import { readdirSync } from 'node:fs';
import type { SitemapOptions } from '@astrojs/sitemap';
import { languageTags } from '../src/lib/language.ts';
import type { Settings } from '../src/settings.ts';
import { readLastChanges } from '../src/lib/last-changes.ts';

export function sitemapOptions({
  papersDir,
  basePath,
}: Pick<Settings, 'papersDir' | 'basePath'>): SitemapOptions {
  const changes = readLastChanges(papersDir);
  // Pages of many papers are as new as the newest entry.
  const newest = [...changes.values()].sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  const papers = new Set(readdirSync(papersDir));
  /** The file of the entry that a page shows; undefined for other pages. */
  const entryOf = (page: string): string | undefined => {
    const path = decodeURIComponent(new URL(page).pathname).slice(basePath.length);
    const segment = /^(?:zh\/)?papers\/(.+)\/$/.exec(path)?.[1];
    return segment === undefined ? undefined : `${segment}.mdx`;
  };
  return {
    // An address of an arXiv identifier leads on to a page that is named here already.
    filter: (page) => {
      const entry = entryOf(page);
      return entry === undefined || papers.has(entry);
    },
    i18n: { defaultLocale: 'en', locales: languageTags },
    serialize(item) {
      const entry = entryOf(item.url);
      const lastmod = entry === undefined ? newest : changes.get(entry);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  };
}
