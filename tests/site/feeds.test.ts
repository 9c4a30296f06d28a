import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { load } from 'cheerio';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';
import { rssComplaints } from './rss-rules.ts';

interface JsonFeed {
  title: string;
  home_page_url: string;
  feed_url: string;
  items: {
    id: string;
    url: string;
    title: string;
    summary: string;
    content_html: string;
    tags: string[];
  }[];
}

const origin = 'https://papers.example.org';
const ajv = new Ajv2020({ strict: true, strictRequired: false });
addFormats.default(ajv);
const isJsonFeed = ajv.compile<JsonFeed>(
  JSON.parse(readFileSync('tests/fixtures/json-feed-1.1.schema.json', 'utf8')) as object,
);

const filesOf = ({ outDir }: Site, pattern: string) => globSync(pattern, { cwd: outDir }).sort();
const read = ({ outDir }: Site, file: string) => readFileSync(path.join(outDir, file), 'utf8');
const addressOf = ({ base }: Site, file: string) => origin + base + encodeURI(file);

describe.each(Object.values(sites))('the feeds of the $name site', (site) => {
  const rss = filesOf(site, '**/feed.xml');
  const json = filesOf(site, '**/feed.json');

  test('are there for all papers and each tag, in both languages and both formats', () => {
    const tags = listPages(site).filter((file) => /(^|\/)tags\/[^/]+\/index\.html$/.test(file));
    expect(rss).toHaveLength(tags.length + 2);
    expect(json.map((file) => file.replace('.json', '.xml'))).toEqual(rss);
  });

  test('are linked from the page that they are of, and link back', () => {
    for (const file of rss) {
      const page = readPage(site, file.replace('feed.xml', 'index.html'));
      const links = Object.fromEntries(
        page('link[rel=alternate][type]')
          .toArray()
          .map(({ attribs }) => [attribs['type'], origin + (attribs['href'] ?? '')]),
      );
      expect(links).toMatchObject({
        'application/rss+xml': addressOf(site, file),
        'application/feed+json': addressOf(site, file.replace('.xml', '.json')),
      });
      const canonical = page('link[rel=canonical]').attr('href');
      expect(load(read(site, file), { xml: true })('channel > link').text()).toBe(canonical);
    }
  });

  test('are valid RSS, in their language, with the first of a month for a date', () => {
    for (const file of rss) {
      const xml = read(site, file);
      expect(rssComplaints(xml, addressOf(site, file)), file).toEqual([]);
      const feed = load(xml, { xml: true });
      expect(feed('language').text()).toBe(file.startsWith('zh/') ? 'zh-CN' : 'en');
      for (const date of feed('item > pubDate').toArray()) {
        expect(new Date(feed(date).text()).getUTCDate(), file).toBe(1);
      }
    }
  });

  test('are valid JSON Feeds, with the items of the RSS feeds', () => {
    for (const file of json) {
      const feed: unknown = JSON.parse(read(site, file));
      if (!isJsonFeed(feed)) throw new Error(`${file}: ${ajv.errorsText(isJsonFeed.errors)}`);
      expect(feed.feed_url).toBe(addressOf(site, file));
      const twin = load(read(site, file.replace('.json', '.xml')), { xml: true });
      const texts = (name: string) =>
        twin(`item > ${name}`)
          .toArray()
          .map((element) => twin(element).text());
      expect(feed.items.map(({ id }) => id)).toEqual(texts('guid'));
      expect(feed.items.map(({ url }) => url)).toEqual(texts('link'));
      expect(feed.items.map(({ title }) => title)).toEqual(texts('title'));
      expect(feed.items.map(({ summary }) => summary)).toEqual(texts('description'));
      expect(feed.items.map(({ content_html }) => content_html)).toEqual(
        texts('content\\:encoded'),
      );
    }
  });

  test('name a paper the same in each feed, by an address that is there', () => {
    for (const file of json) {
      const { items } = JSON.parse(read(site, file)) as JsonFeed;
      expect(items.length).toBeGreaterThan(0);
      for (const { id, url } of items) {
        const prefix = origin + site.base;
        expect(id).toMatch(new RegExp(`^${prefix}papers/`));
        expect(url.replace(`${prefix}zh/`, prefix)).toBe(id);
        expect(url.startsWith(`${prefix}zh/`)).toBe(file.startsWith('zh/'));
        const page = readPage(site, `/${url.slice(prefix.length)}`);
        expect(page('link[rel=canonical]').attr('href')).toBe(url);
      }
    }
  });

  test('hold whole texts of plain elements, with absolute addresses', () => {
    for (const file of json) {
      for (const { content_html } of (JSON.parse(read(site, file)) as JsonFeed).items) {
        const content = load(content_html, null, false);
        for (const element of content('*').toArray()) {
          if (!('tagName' in element)) continue;
          expect(element.tagName).not.toMatch(
            /^(script|style|iframe|object|form|input|math|img|link)$/,
          );
          const names = Object.keys(element.attribs);
          expect(names.filter((name) => /^on|^style$/.test(name))).toEqual([]);
        }
        for (const { attribs } of content('[href]').toArray()) {
          expect(attribs['href']).toMatch(/^https?:\/\//);
        }
      }
    }
  });
});

test('a feed holds abstract and notes of every paper', () => {
  const { items } = JSON.parse(read(sites.root, 'feed.json')) as JsonFeed;
  expect(items).toHaveLength(10);
  for (const { content_html, tags } of items) {
    const content = load(content_html, null, false);
    expect(content('section[lang=en] h2').text()).toBe('Abstract');
    expect(content('section[lang=zh-CN]').text()).toContain('背景痛点/本文动机');
    expect(content('section[lang=zh-CN]').text()).toContain('可借鉴之处');
    expect(tags).toEqual(expect.arrayContaining(['Reward', 'RL', 'Medical']));
  }
});

test('hostile text stays text, and formulas can be read without being set', () => {
  const { items } = JSON.parse(read(sites.fixture, 'feed.json')) as JsonFeed;
  const text = items.map(({ content_html }) => load(content_html, null, false).text()).join('\n');
  expect(text).toContain('<b>采样</b>');
  expect(text).toContain('a < b, and b > a');
  expect(text).toContain('BENCH_t');
  const link = items.flatMap(({ content_html }) =>
    load(content_html, null, false)('a:contains("上面一节")').toArray(),
  );
  expect(link.map(({ attribs }) => attribs['href'])).toEqual([
    `${origin}/lists/second/#abstract-1`,
  ]);
});
