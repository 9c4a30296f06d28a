/** What the sitemap says: pages for search engines, their translations, and when what they show last changed. */
import path from 'node:path';
import type { SitemapOptions } from '@astrojs/sitemap';
import { languageTags } from '../src/lib/language.ts';
import { readLastChanges } from '../src/lib/last-changes.ts';
import { termId } from '../src/lib/tags.ts';
import { pathSegment } from '../src/papers/path-segment.ts';
import type { PaperEntry } from '../src/papers/schema.ts';
import type { Settings } from '../src/settings.ts';
import { readListedPapers } from './read-papers.ts';

/** By the page's path beneath its language's root, `tags/rl/`: when the newest of its papers changed. */
type Changes = Map<string, string>;

/** The paths of pages that show one paper or some. All others show, or count, all of them. */
const showsSome = /^(?:papers|tags|lists|years)\/./;

export function sitemapOptions({
  papersDir,
  basePath,
}: Pick<Settings, 'papersDir' | 'basePath'>): SitemapOptions {
  const pathOf = (page: string) =>
    decodeURIComponent(new URL(page).pathname).slice(basePath.length).replace(/^zh\//, '');
  // Read when the pages are there: whoever reads the configuration only has no use for it.
  let reading: Promise<{ papers: Set<string>; changes: Changes }> | undefined;
  const read = () => (reading ??= readChanges(papersDir));
  return {
    i18n: { defaultLocale: 'en', locales: languageTags },
    async serialize(item) {
      const { papers, changes } = await read();
      const page = pathOf(item.url);
      // An address that leads on leads to a page that is named here already.
      if (page.startsWith('papers/') && !papers.has(page)) return undefined;
      const lastmod = changes.get(showsSome.test(page) ? page : '');
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  };
}

async function readChanges(papersDir: string): Promise<{ papers: Set<string>; changes: Changes }> {
  const dates = readLastChanges(papersDir);
  const { papers } = await readListedPapers(papersDir);
  const pages = new Set<string>();
  const changes: Changes = new Map();
  for (const { entry, place } of papers) {
    const name = path.posix.basename(place.file);
    const own = `papers/${name.replace(/\.mdx$/, '')}/`;
    pages.add(own);
    const date = dates.get(name);
    if (date === undefined) continue;
    for (const page of [own, ...pagesOf(entry)]) {
      const known = changes.get(page);
      if (known === undefined || Date.parse(known) < Date.parse(date)) changes.set(page, date);
    }
  }
  return { papers: pages, changes };
}

/** The pages that show a paper among others. */
function pagesOf({ date, lists, terms, topics }: PaperEntry): string[] {
  return [
    '',
    `years/${date.slice(0, 4)}/`,
    ...lists.map(({ id }) => `lists/${pathSegment(id)}/`),
    ...[...terms.map(termId), ...topics].map((tag) => `tags/${tag}/`),
  ];
}
