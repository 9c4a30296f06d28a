/** The newest papers as JSON Feed. */
import type { APIRoute } from 'astro';
import { makeFeed } from '../../lib/feed.ts';
import { toJsonFeed } from '../../lib/json-feed.ts';
import { inEachLanguage, toLanguage } from '../../lib/language.ts';
import { loadLibrary } from '../../lib/library.ts';

export function getStaticPaths() {
  return inEachLanguage([{ params: {} }]);
}

export const GET: APIRoute = async ({ params, site }) => {
  const feed = await makeFeed(await loadLibrary(), toLanguage(params['language']), site);
  return Response.json(toJsonFeed(feed));
};
