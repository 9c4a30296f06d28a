/** The routes of the tags' feeds, which differ in their format only. */
import type { APIContext } from 'astro';
import { makeFeed, type Feed } from './feed.ts';
import { inEachLanguage, toLanguage } from './language.ts';
import { loadLibrary, type Library } from './library.ts';
import type { Tag } from './tags.ts';

interface TagFeedProps {
  library: Library;
  tag: Tag;
}

/** A route for each tag in each language. */
export async function tagFeedPaths() {
  const library = await loadLibrary();
  return inEachLanguage(
    library.tags.map((tag) => ({ params: { tag: tag.id }, props: { library, tag } })),
  );
}

/** The feed of such a route. */
export function tagFeed({ params, props, site }: APIContext): Promise<Feed> {
  const { library, tag } = props as TagFeedProps;
  return makeFeed(library, toLanguage(params['language']), site, tag);
}
