import type { APIRoute } from 'astro';
import { textOf } from '../lib/body-text.ts';
import { loadLibrary } from '../lib/library.ts';
import { assetHref, fullAddress, linksIn, markdownHref } from '../lib/links.ts';
import { paperRecord } from '../lib/paper-record.ts';
import { CATALOGUE_VERSION, catalogueSchema, type Catalogue } from '../papers/catalogue.ts';

/** All papers as data. */
export const GET: APIRoute = async () => {
  const { papers, topics, entries } = await loadLibrary();
  const catalogue: Catalogue = {
    $schema: fullAddress(assetHref('papers.schema.json')),
    version: CATALOGUE_VERSION,
    papers: papers.map((paper) => {
      const { segment, lists } = paper;
      const entry = entries.get(segment);
      return {
        ...paperRecord(paper),
        lists: lists.map(({ id }) => id),
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
