/** Each paper as plain Markdown, beside its page. It is there once: its text is what it is in any language. */
import type { APIRoute } from 'astro';
import { parseBody } from '../../lib/body-html.ts';
import { loadLibrary } from '../../lib/library.ts';
import { linksIn } from '../../lib/links.ts';
import type { Paper } from '../../lib/papers.ts';
import { tagNameIn, topicNames } from '../../lib/tags.ts';
import { pathSegment } from '../../papers/path-segment.ts';
import { renderMarkdown } from '../../papers/render-markdown.ts';
import type { Topic } from '../../papers/topics.ts';

interface Props {
  paper: Paper;
  body: string;
  topics: Topic[];
}

export async function getStaticPaths() {
  const { papers, entries, topics } = await loadLibrary();
  return papers.map((paper) => ({
    params: { segment: paper.segment },
    props: { paper, body: entries.get(paper.segment)?.body ?? '', topics } satisfies Props,
  }));
}

export const GET: APIRoute = ({ props, site }) => {
  const { paper, body, topics } = props as unknown as Props;
  const link = linksIn('en');
  const facts = {
    title: paper.title,
    titleZh: paper.titleZh,
    date: paper.date,
    arxiv: paper.arxiv,
    paper: paper.links.paper,
    code: paper.links.code,
    terms: paper.terms,
    topics: topicNames(paper, topics).map((topic) => tagNameIn(topic, 'en').name),
    lists: paper.lists.map(({ title }) => title),
    url: new URL(link.paper(paper.segment), site).href,
  };
  const listPage = new URL(link.list(pathSegment(paper.lists[0]?.id ?? '')), site).href;
  return new Response(renderMarkdown(facts, parseBody(body), listPage));
};
