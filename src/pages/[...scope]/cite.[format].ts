/** The papers of a scope for reference managers: cite.bib, papers/…/cite.ris, tags/…/cite.json and so on. */
import type { APIRoute } from 'astro';
import { citationScopes, citePapers } from '../../lib/citations.ts';
import { loadLibrary } from '../../lib/library.ts';
import { mediaTypes, renderBibliography } from '../../papers/citations/bibliography.ts';
import { citationFormats, type CitationFormat } from '../../papers/citations/join-entries.ts';

export async function getStaticPaths() {
  const library = await loadLibrary();
  const citations = new Map(
    citePapers(library.papers, library).map((citation) => [citation.id, citation]),
  );
  return [...citationScopes(library)].flatMap(([scope, papers]) => {
    const cited = papers.flatMap(({ id }) => citations.get(id) ?? []);
    return citationFormats.map((format) => ({
      params: { scope: scope || undefined, format },
      props: { text: () => renderBibliography(cited, format), format },
    }));
  });
}

export const GET: APIRoute = ({ props }) => {
  const { text, format } = props as { text: () => string; format: CitationFormat };
  return new Response(text(), { headers: { 'Content-Type': mediaTypes[format] } });
};
