/** What the sitemap says: all pages, their translations, and when papers last changed. */
import type { SitemapOptions } from '@astrojs/sitemap';
import { languageTags } from '../src/lib/language.ts';
import { readLastChanges } from './last-changes.ts';

/** `papersDir` holds the entries, whose history is asked. */
export function sitemapOptions(papersDir: string): SitemapOptions {
  const changes = readLastChanges(papersDir);
  // Pages of many papers are as new as the newest entry.
  const newest = [...changes.values()].sort((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return {
    i18n: { defaultLocale: 'en', locales: languageTags },
    serialize(item) {
      const name = decodeURIComponent(new URL(item.url).pathname.split('/').at(-2) ?? '');
      const lastmod = changes.get(`${name}.mdx`) ?? newest;
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  };
}
