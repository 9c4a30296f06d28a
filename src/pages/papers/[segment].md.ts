import type { APIRoute } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { loadLibrary } from '../../lib/library.ts';
import { fullAddress, linksIn } from '../../lib/links.ts';
import type { Paper } from '../../lib/papers.ts';
import { renderEntryMarkdown } from '../../papers/entry-markdown.ts';

/** A paper as clean Markdown, for people who keep notes and for programs that read. */
export async function getStaticPaths() {
  const { papers, entries } = await loadLibrary();
  return papers.map((paper) => ({
    params: { segment: paper.segment },
    props: { paper, entry: entries.get(paper.segment) },
  }));
}

interface Props {
  paper: Paper;
  entry: CollectionEntry<'papers'> | undefined;
}

export const GET: APIRoute<Props> = ({ props: { paper, entry } }) => {
  const { id, segment, title, titleZh, date, arxiv, links, terms, topics } = paper;
  const page = fullAddress(linksIn('en').paper(segment));
  const facts = { id, title, titleZh, date, arxiv, links, terms, topics, page };
  return new Response(renderEntryMarkdown(title, withoutGaps(facts), entry?.body ?? ''), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};

function withoutGaps(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
