/** Feeds as files: RSS 2.0 and JSON Feed 1.1. */
import rss from '@astrojs/rss';
import { escapeXml } from './escape-xml.ts';
import type { Feed } from './feeds.ts';

/** In the format that a route asks for: `xml` or `json`. */
export async function writeFeed(feed: Feed, format: string | undefined): Promise<Response> {
  return format === 'json' ? writeJsonFeed(feed) : writeRss(feed);
}

/** RSS 2.0 with full content (https://www.rssboard.org/rss-profile). */
async function writeRss(feed: Feed): Promise<Response> {
  return rss({
    title: feed.title,
    description: feed.description,
    // The page itself: from `context.site` the base path would be missing.
    site: feed.page,
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${feed.language}</language>`,
      `<atom:link href="${escapeXml(feed.rss)}" rel="self" type="application/rss+xml"/>`,
    ].join(''),
    items: feed.items.map(({ id, title, page, date, summary, html, topics }) => ({
      title: withoutControls(title),
      link: page,
      pubDate: date,
      description: withoutControls(summary),
      content: withoutControls(html),
      categories: topics,
      customData: `<guid isPermaLink="false">${escapeXml(withoutControls(id))}</guid>`,
    })),
  });
}

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
function writeJsonFeed(feed: Feed): Response {
  return Response.json({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    language: feed.language,
    home_page_url: feed.page,
    feed_url: feed.json,
    items: feed.items.map(({ id, title, page, date, summary, html, topics }) => ({
      id,
      url: page,
      title,
      summary,
      content_html: html,
      date_published: date.toISOString(),
      tags: topics,
    })),
  });
}

/** XML 1.0 has no control characters but tab and line breaks, not even as references (section 2.2). */
function withoutControls(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
}
