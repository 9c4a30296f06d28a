/** What the fragments of the lists lead to, for readers who come to the index with one that it doesn't have. */
import type { APIRoute } from 'astro';
import { render } from 'astro:content';
import { loadLibrary } from '../lib/library.ts';
import { loadLists } from '../lib/lists.ts';
import { fragmentMap } from '../papers/anchors/fragment-map.ts';
import { pathSegment } from '../papers/path-segment.ts';

export const GET: APIRoute = async () => {
  const { papers, entries, redirects } = await loadLibrary();
  const lists = await loadLists({ papers });
  const idsOnPages = new Map<string, { title: string; headings: string[] }>();
  for (const { id, segment } of papers) {
    const entry = entries.get(segment);
    const headings = entry ? (await render(entry)).headings.map(({ slug }) => slug) : [];
    idsOnPages.set(segment, { title: id, headings });
  }
  const map = fragmentMap(
    lists.map(({ anchors }) => anchors),
    {
      ofList: (id) => `lists/${encodeURI(pathSegment(id))}/`,
      ofPaper: (segment) => `papers/${encodeURI(segment)}/`,
      idsOnPaper: (segment) => idsOnPages.get(segment) ?? { title: segment, headings: [] },
    },
    redirects.flatMap(({ from, to }) => {
      const segment = papers.find(({ id }) => id === to)?.segment;
      return segment === undefined ? [] : [{ slug: from, paper: segment }];
    }),
  );
  return Response.json(map);
};
