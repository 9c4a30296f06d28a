import type { APIRoute } from 'astro';
import type { CollectionEntry } from 'astro:content';
import { loadLibrary } from '../../lib/library.ts';
import { fullAddress, linksIn } from '../../lib/links.ts';
import { paperRecord } from '../../lib/paper-record.ts';
import type { Paper } from '../../lib/papers.ts';
import { renderEntryMarkdown } from '../../papers/entry-markdown.ts';
import { pathSegment } from '../../papers/path-segment.ts';

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
  const { title, segment, lists } = paper;
  const link = linksIn('en');
  const facts = { ...paperRecord(paper), page: fullAddress(link.paper(segment)) };
  const list = fullAddress(link.list(pathSegment(lists[0]?.id ?? '')));
  return new Response(renderEntryMarkdown(title, facts, entry?.body ?? '', list), {
    headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
  });
};
