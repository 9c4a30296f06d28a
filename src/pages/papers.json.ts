/** All papers, for programs. */
import type { APIRoute } from 'astro';
import { loadLibrary } from '../lib/library.ts';
import { assetHref, linksIn, markdownHref } from '../lib/links.ts';
import { loadLists } from '../lib/lists.ts';
import { catalogueSchema } from '../papers/catalogue.ts';

export const GET: APIRoute = async ({ site }) => {
  const { papers, topics } = await loadLibrary();
  const lists = await loadLists({ papers });
  const link = linksIn('en');
  const absolute = (path: string) => new URL(path, site).href;
  const catalogue = catalogueSchema.parse({
    $schema: absolute(assetHref('papers.schema.json')),
    lists: lists.map(({ id, title, segment }) => ({
      id,
      title,
      url: absolute(link.list(segment)),
    })),
    topics: topics.map(({ id, en, zh }) => ({ id, en, zh })),
    papers: papers.map(({ segment, sentence: _sentence, reading: _reading, ...paper }) => ({
      ...paper,
      url: absolute(link.paper(segment)),
      markdown: absolute(markdownHref(segment)),
    })),
  });
  return Response.json(catalogue);
};
