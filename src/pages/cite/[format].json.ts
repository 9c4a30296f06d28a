/** All papers' entries by slug, one file for each format: what a page's script picks the shown papers from. */
import type { APIRoute } from 'astro';
import { citePapers } from '../../lib/citations.ts';
import { loadLibrary } from '../../lib/library.ts';
import { entriesById } from '../../papers/citations/bibliography.ts';
import { citationFormats, type CitationFormat } from '../../papers/citations/join-entries.ts';

export function getStaticPaths() {
  return citationFormats.map((format) => ({ params: { format }, props: { format } }));
}

export const GET: APIRoute = async ({ props }) => {
  const library = await loadLibrary();
  const entries = entriesById(
    citePapers(library.papers, library),
    (props as { format: CitationFormat }).format,
  );
  return Response.json(Object.fromEntries(entries));
};
