/** A guide for language models and those who feed them, as llmstxt.org proposes. */
import type { APIRoute } from 'astro';
import type { BlockContent, Root } from 'mdast';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { loadLibrary } from '../lib/library.ts';
import { assetHref, linksIn, markdownHref } from '../lib/links.ts';
import { loadLists } from '../lib/lists.ts';
import { siteStrings } from '../lib/strings/site.ts';

/** More would not be read; papers.json has all. */
const MOST_PAPERS = 500;

const writer = unified().use(remarkStringify, { bullet: '-' });

export const GET: APIRoute = async ({ site }) => {
  const { papers } = await loadLibrary();
  const lists = await loadLists({ papers });
  const t = siteStrings.en;
  const link = linksIn('en');
  const absolute = (path: string) => new URL(path, site).href;
  const tree: Root = {
    type: 'root',
    children: [
      heading(1, t.siteName),
      { type: 'blockquote', children: [paragraph(t.description)] },
      paragraph(
        'Each link is a Markdown file: front matter with the address of the paper itself, the abstract in ' +
          'English, notes in Chinese. The notes are a reader’s, not the authors’.',
      ),
      heading(2, t.papers),
      links(
        papers.slice(0, MOST_PAPERS).map(({ segment, title, titleZh, date }) => ({
          label: title,
          href: absolute(markdownHref(segment)),
          note: [titleZh, date].filter(Boolean).join(', '),
        })),
      ),
      heading(2, 'Lists'),
      links(
        lists.map(({ segment, title, papers }) => ({
          label: title,
          href: absolute(link.list(segment)),
          note: `${t.paperCount(papers.length)} on one page`,
        })),
      ),
      heading(2, 'Optional'),
      links([
        {
          label: 'papers.json',
          href: absolute(assetHref('papers.json')),
          note: 'all papers with dates, terms, topics and links',
        },
        {
          label: 'papers.schema.json',
          href: absolute(assetHref('papers.schema.json')),
          note: 'its JSON Schema',
        },
        { label: 'RSS', href: absolute(link.feed('xml')), note: 'the newest papers, full text' },
        {
          label: t.aboutRepair,
          href: absolute(link.repair()),
          note: 'which characters are in doubt',
        },
      ]),
    ],
  };
  return new Response(writer.stringify(tree));
};

function heading(depth: 1 | 2, value: string): Root['children'][number] {
  return { type: 'heading', depth, children: [{ type: 'text', value }] };
}

function paragraph(value: string): BlockContent {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}

function links(
  items: readonly { label: string; href: string; note: string }[],
): Root['children'][number] {
  return {
    type: 'list',
    spread: false,
    children: items.map(({ label, href, note }) => ({
      type: 'listItem',
      spread: false,
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: href, children: [{ type: 'text', value: label }] },
            { type: 'text', value: `: ${note}` },
          ],
        },
      ],
    })),
  };
}
