/** The newest papers as RSS. */
import type { APIRoute } from 'astro';
import { makeFeed } from '../../lib/feed.ts';
import { inEachLanguage, toLanguage } from '../../lib/language.ts';
import { loadLibrary } from '../../lib/library.ts';
import { toRss } from '../../lib/rss.ts';

export function getStaticPaths() {
  return inEachLanguage([{ params: {} }]);
}

export const GET: APIRoute = async ({ params, site }) => {
  const feed = await makeFeed(await loadLibrary(), toLanguage(params['language']), site);
  return new Response(await toRss(feed));
};
