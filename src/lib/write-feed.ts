/** Feeds as files: RSS 2.0 and JSON Feed 1.1. */
import XMLBuilder from 'fast-xml-builder';
import { escapeXml } from './escape-xml.ts';
import type { FeedPages } from './feed-pages.ts';
import type { Feed } from './feeds.ts';

/** In the format that a route asks for: `xml` or `json`. */
export function writeFeed(feed: Feed, format: string | undefined): Response {
  return format === 'json'
    ? Response.json(toJsonFeed(feed))
    : new Response(renderRss(feed), { headers: { 'Content-Type': 'application/rss+xml' } });
}

/** Some readers unescape a text once more; of all references, most of them leave these alone. */
const references: Record<string, string> = { '&': '&#x26;', '<': '&#x3C;', '>': '&gt;' };

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  suppressEmptyNode: true,
  processEntities: false,
  tagValueProcessor: (_name, value) =>
    withoutControls(String(value)).replace(/[&<>]/g, (character) => references[character] ?? ''),
  attributeValueProcessor: (_name, value) => escapeXml(String(value)),
});

/**
 * RSS 2.0 with full content (https://www.rssboard.org/rss-profile): an item's description and content are HTML,
 * all else is plain text. Authors and the DOI are Dublin Core's, for RSS wants an address of electronic mail.
 */
export function renderRss(feed: Feed): string {
  const { title, description, language, page, changed, pages, items } = feed;
  const document = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      channel: {
        title,
        link: page,
        description,
        language,
        lastBuildDate: changed?.toUTCString(),
        'atom:link': pageLinks(pages.xml),
        item: items.map(({ id, title, page, date, summary, html, authors, categories, doi }) => ({
          title,
          link: page,
          guid: { '@isPermaLink': 'false', '#text': id },
          pubDate: date.toUTCString(),
          'dc:creator': authors,
          'dc:identifier': doi,
          category: categories,
          description: escapeXml(summary),
          'content:encoded': html,
        })),
      },
    },
  };
  return builder.build(document);
}

function pageLinks(pages: FeedPages): object[] {
  const isAlone = pages.first === pages.last;
  return Object.entries(pages)
    .filter(([rel]) => rel === 'self' || !isAlone)
    .map(([rel, href]) => ({ '@href': href, '@rel': rel, '@type': 'application/rss+xml' }));
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed({ title, description, language, page, pages, items }: Feed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    language,
    home_page_url: page,
    feed_url: pages.json.self,
    ...(pages.json.next ? { next_url: pages.json.next } : {}),
    items: items.map(
      ({ id, title, page, date, changed, summary, html, authors, categories, doi }) => ({
        id,
        url: page,
        title,
        summary,
        ...(html === undefined ? { content_text: summary } : { content_html: html }),
        date_published: date.toISOString(),
        ...(changed ? { date_modified: changed.toISOString() } : {}),
        ...(authors.length > 0 ? { authors: authors.map((name) => ({ name })) } : {}),
        tags: categories,
        ...(doi ? { _paper: { doi } } : {}),
      }),
    ),
  };
}

/** XML 1.0 has no control characters but tab and line breaks, not even as references (section 2.2). */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
