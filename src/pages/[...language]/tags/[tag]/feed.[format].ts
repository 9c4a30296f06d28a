import type { APIRoute } from 'astro';
import { buildFeed } from '../../../../lib/feeds.ts';
import { inEachLanguage, toLanguage } from '../../../../lib/language.ts';
import { loadLibrary } from '../../../../lib/library.ts';
import { feedFormats } from '../../../../lib/links.ts';
import { writeFeed } from '../../../../lib/write-feed.ts';

/** The papers of a tag. */
export async function getStaticPaths() {
  const library = await loadLibrary();
  return inEachLanguage(
    library.tags.flatMap((tag) =>
      feedFormats.map((format) => ({ params: { tag: tag.id, format }, props: { library, tag } })),
    ),
  );
}

export const GET: APIRoute = async ({ params, props }) =>
  writeFeed(
    await buildFeed(props['library'], toLanguage(params['language']), props['tag']),
    params['format'],
  );
