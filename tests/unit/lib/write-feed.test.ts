import { load } from 'cheerio';
import { expect, test } from 'vitest';
import type { Feed, FeedItem } from '../../../src/lib/feeds.ts';
import { renderRss, toJsonFeed } from '../../../src/lib/write-feed.ts';
import { rssComplaints } from '../../site/rss-rules.ts';

const at = 'https://papers.example.org/feed';
const item: FeedItem = {
  id: '2506.10',
  title: 'A & B <Tools>: "Everything"',
  page: 'https://papers.example.org/papers/2506.10/',
  date: new Date('2025-06-15'),
  summary: 'It is <b>bold</b> &amp; <script>alert(1)</script>',
  html: '<p>Text</p>',
  authors: ['007', 'Smith & Sons'],
  categories: ['1e5', ']]>'],
};
const feed = (more: Partial<Feed>): Feed => ({
  title: 'T & T',
  description: 'D',
  language: 'en',
  page: 'https://papers.example.org/?a=1&b="2"',
  pages: {
    xml: { self: `${at}.xml`, first: `${at}.xml`, last: `${at}.xml` },
    json: { self: `${at}.json`, first: `${at}.json`, last: `${at}.json` },
  },
  items: [item],
  ...more,
});
const parse = (xml: string) => load(xml, { xml: true });

test('text comes out of RSS as it went in, numbers and markup too; a description is escaped as HTML', () => {
  const xml = renderRss(feed({}));
  expect(rssComplaints(xml, `${at}.xml`)).toEqual([]);
  const document = parse(xml);
  const texts = (name: string) =>
    document(`item > ${name}`)
      .toArray()
      .map((element) => document(element).text());
  expect(texts('guid')).toEqual([item.id]);
  expect(texts('title')).toEqual([item.title]);
  expect(texts('dc\\:creator')).toEqual(item.authors);
  expect(texts('category')).toEqual(item.categories);
  expect(texts('content\\:encoded')).toEqual([item.html]);
  expect(load(texts('description')[0] ?? '', null, false).text()).toBe(item.summary);
  expect(document('channel > link').text()).toBe('https://papers.example.org/?a=1&b="2"');
});

test('characters that XML can’t hold are left out of RSS', () => {
  const xml = renderRss(feed({ items: [{ ...item, title: 'a\u0000b\u001Fc\td\uFFFF' }] }));
  expect(rssComplaints(xml, `${at}.xml`)).toEqual([]);
  expect(parse(xml)('item > title').text()).toBe('abc\td');
});

test('a page of several names the others, in the way of each format', () => {
  const pagesIn = (format: string) => ({
    self: `${at}/2.${format}`,
    first: `${at}.${format}`,
    previous: `${at}.${format}`,
    next: `${at}/3.${format}`,
    last: `${at}/3.${format}`,
  });
  const paged = feed({ pages: { xml: pagesIn('xml'), json: pagesIn('json') } });
  const document = parse(renderRss(paged));
  const links = document('channel > atom\\:link')
    .toArray()
    .map(({ attribs }) => [attribs['rel'], attribs['href']]);
  expect(Object.fromEntries(links)).toEqual(pagesIn('xml'));
  expect(toJsonFeed(paged)).toMatchObject({
    feed_url: `${at}/2.json`,
    next_url: `${at}/3.json`,
  });
  expect(toJsonFeed(feed({}))).not.toHaveProperty('next_url');
});

test('an item without HTML is plain text in JSON Feed, and its summary alone in RSS', () => {
  const { html: _, ...brief } = item;
  const items = [brief];
  expect(toJsonFeed(feed({ items }))).toMatchObject({ items: [{ content_text: item.summary }] });
  expect(parse(renderRss(feed({ items })))('content\\:encoded').length).toBe(0);
});
