import type { APIRoute } from 'astro';
import { buildFeed } from '../../lib/feeds.ts';
import { inEachLanguage, toLanguage } from '../../lib/language.ts';
import { loadLibrary } from '../../lib/library.ts';
import { feedFormats } from '../../lib/links.ts';
import { writeFeed } from '../../lib/write-feed.ts';

/** All papers. */
export function getStaticPaths() {
  return inEachLanguage(feedFormats.map((format) => ({ params: { format } })));
}

export const GET: APIRoute = async ({ params }) =>
  writeFeed(await buildFeed(await loadLibrary(), toLanguage(params['language'])), params['format']);
