/** A tag's newest papers as JSON Feed. */
import type { APIRoute } from 'astro';
import { toJsonFeed } from '../../../../lib/json-feed.ts';
import { tagFeed, tagFeedPaths } from '../../../../lib/tag-feed.ts';

export const getStaticPaths = tagFeedPaths;

export const GET: APIRoute = async (context) => Response.json(toJsonFeed(await tagFeed(context)));
