/** The newest papers, all or a tag's: feed.xml, zh/feed.json, tags/…/feed.xml and so on. */
import type { APIRoute } from 'astro';
import { feedSources, type FeedSource } from '../../lib/feed-pages.ts';
import { buildFeed } from '../../lib/feeds.ts';
import { loadLibrary, type Library } from '../../lib/library.ts';
import { feedFormats } from '../../lib/links.ts';
import { writeFeed } from '../../lib/write-feed.ts';

export async function getStaticPaths() {
  const library = await loadLibrary();
  return [...feedSources(library.tags)].flatMap(([scope, source]) =>
    feedFormats.map((format) => ({
      params: { scope: scope || undefined, format },
      props: { library, source },
    })),
  );
}

export const GET: APIRoute = async ({ params, props }) => {
  const { library, source } = props as { library: Library; source: FeedSource };
  return writeFeed(await buildFeed(library, source), params['format']);
};
