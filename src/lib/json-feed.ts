/** Feeds as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import type { Feed } from './feed.ts';

/** The whole document. */
export function toJsonFeed({ title, description, language, page, self, items }: Feed): object {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self.json,
    description,
    language,
    items: items.map(({ id, url, title, summary, html, published, tags, source }) => ({
      id,
      url,
      ...(source === undefined ? {} : { external_url: source }),
      title,
      summary,
      content_html: html,
      date_published: published.toISOString(),
      ...(tags.length > 0 ? { tags } : {}),
    })),
  };
}
