/** A tag's newest papers as RSS. */
import type { APIRoute } from 'astro';
import { toRss } from '../../../../lib/rss.ts';
import { tagFeed, tagFeedPaths } from '../../../../lib/tag-feed.ts';

export const getStaticPaths = tagFeedPaths;

export const GET: APIRoute = async (context) => new Response(await toRss(await tagFeed(context)));
