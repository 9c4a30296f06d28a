/** Feeds as RSS 2.0, by the RSS Advisory Board's specification and its Best Practices Profile. */
import { getRssString } from '@astrojs/rss';
import type { Feed } from './feed.ts';

/** The whole document. */
export function toRss({ title, description, language, page, self, items }: Feed): Promise<string> {
  return getRssString({
    title: xmlText(title),
    description: xmlText(description),
    // @astrojs/rss takes this for the channel's link; given Astro's site, it would lose the base path.
    site: page,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData:
      `<language>${language}</language>` +
      `<atom:link href="${escapeXml(self.xml)}" rel="self" type="application/rss+xml" />`,
    items: items.map(({ id, url, title, summary, html, published, tags }) => ({
      title: xmlText(title),
      link: url,
      description: xmlText(summary),
      content: xmlText(html),
      pubDate: published,
      categories: tags.map(xmlText),
      customData: `<guid isPermaLink="true">${escapeXml(id)}</guid>`,
    })),
  });
}

/** Text without the characters that XML 1.0 can't hold, not even escaped. */
function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** For custom data, which @astrojs/rss reads once more: it knows the named references only. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => references[character] ?? character);
}
