/** The further pages of a long feed: feed/2.xml, zh/tags/…/feed/3.json and so on. */
import type { APIRoute } from 'astro';
import { countPages, feedSources, type FeedSource } from '../../../lib/feed-pages.ts';
import { buildFeed } from '../../../lib/feeds.ts';
import { loadLibrary, type Library } from '../../../lib/library.ts';
import { feedFormats } from '../../../lib/links.ts';
import { writeFeed } from '../../../lib/write-feed.ts';

export async function getStaticPaths() {
  const library = await loadLibrary();
  return [...feedSources(library.tags)].flatMap(([scope, source]) => {
    const further = countPages(source.tag?.papers ?? library.papers) - 1;
    return Array.from({ length: further }, (_, index) => String(index + 2)).flatMap((page) =>
      feedFormats.map((format) => ({
        params: { scope: scope || undefined, page, format },
        props: { library, source },
      })),
    );
  });
}

export const GET: APIRoute = async ({ params, props }) => {
  const { library, source } = props as { library: Library; source: FeedSource };
  return writeFeed(await buildFeed(library, source, Number(params['page'])), params['format']);
};
