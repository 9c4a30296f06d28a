import type { APIRoute } from 'astro';
import { loadLibrary, textOf } from '../lib/library.ts';
import { assetHref, fullAddress, linksIn, markdownHref } from '../lib/links.ts';
import { catalogueSchema, type Catalogue } from '../papers/catalogue.ts';

/** All papers as data. */
export const GET: APIRoute = async () => {
  const { papers, topics, entries } = await loadLibrary();
  const catalogue: Catalogue = {
    $schema: fullAddress(assetHref('papers.schema.json')),
    papers: papers.map(({ id, segment, title, titleZh, date, arxiv, links, lists, ...paper }) => {
      const entry = entries.get(segment);
      return {
        id,
        title,
        ...(titleZh === undefined ? {} : { titleZh }),
        date,
        ...(arxiv === undefined ? {} : { arxiv }),
        links,
        lists: lists.map((list) => list.id),
        terms: paper.terms,
        topics: paper.topics,
        abstract: entry ? textOf(entry).abstract : '',
        pages: {
          en: fullAddress(linksIn('en').paper(segment)),
          'zh-CN': fullAddress(linksIn('zh').paper(segment)),
        },
        markdown: fullAddress(markdownHref(segment)),
      };
    }),
    topics: topics.map(({ id, en, zh }) => ({ id, en, zh })),
  };
  return Response.json(catalogueSchema.parse(catalogue));
};
