import { load } from 'cheerio';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLastChanges } from '../../src/lib/last-changes.ts';
import { sites, type Site } from '../build-sites.ts';
import { readPage } from './read-site.ts';
import { rssComplaints } from './rss-rules.ts';

const read = ({ outDir }: Site, file: string) => readFileSync(path.join(outDir, file), 'utf8');

describe.each(Object.values(sites))('the feeds of the $name site', (site) => {
  const feeds = globSync('**/feed.xml', { cwd: site.outDir });

  test('are what the specification and its profile ask for', () => {
    expect(feeds.length).toBeGreaterThan(2);
    for (const file of feeds) {
      const address = `https://papers.example.org${site.base}${encodeURI(file)}`;
      expect(rssComplaints(read(site, file), address), file).toEqual([]);
    }
  });

  test('hold plain elements with absolute addresses', () => {
    for (const file of feeds) {
      const feed = load(read(site, file), { xml: true });
      for (const item of feed('item').toArray()) {
        const content = load(feed(item).children('content\\:encoded').text(), null, false);
        for (const element of content('*').toArray()) {
          if (!('tagName' in element)) continue;
          const { tagName, attribs } = element;
          expect(tagName).not.toMatch(/^(script|style|iframe|object|form|input|math|img|link)$/);
          expect(Object.keys(attribs).filter((name) => /^on|^style$/.test(name))).toEqual([]);
          if ('href' in attribs) expect(attribs['href']).toMatch(/^https?:\/\//);
        }
      }
    }
  });
});

test('what is HTML in RSS is escaped as such, what is not is plain: hostile text reads the same in both', () => {
  const xml = read(sites.fixture, 'feed.xml');
  const { items } = JSON.parse(read(sites.fixture, 'feed.json')) as {
    items: { title: string; summary: string }[];
  };
  const feed = load(xml, { xml: true });
  const descriptions = feed('item > description')
    .toArray()
    .map((description) => load(feed(description).text(), null, false).text());
  expect(descriptions).toEqual(items.map(({ summary }) => summary));
  expect(descriptions.join()).toContain('It is <b>bold</b> &amp; <script>alert(1)</script>.');
  const titles = feed('item > title').toArray();
  expect(titles.map((title) => feed(title).text())).toEqual(items.map(({ title }) => title));
  expect(xml).toContain('<title>Grasping {Objects} &#x26; &#x3C;Tools&gt;: 100% of "Everything"');
});

test('an item has the day of its first version where that is known, and the date of its last change', () => {
  interface Item {
    id: string;
    date_published: string;
    date_modified?: string;
  }
  const itemsOf = (site: Site) => (JSON.parse(read(site, 'feed.json')) as { items: Item[] }).items;
  const grasping = itemsOf(sites.fixture).find(({ id }) => id.startsWith('grasping'));
  expect(grasping?.date_published).toBe('2024-12-05T00:00:00.000Z');
  const changes = readLastChanges('content/papers');
  const items = itemsOf(sites.root);
  expect(items).toHaveLength(10);
  for (const { id, date_published, date_modified } of items) {
    const change = changes.get(`${id}.mdx`);
    expect(date_published, id).toMatch(/-01T00:00:00\.000Z$/);
    expect(date_modified, id).toBe(change && new Date(change).toISOString());
  }
  const built = load(read(sites.root, 'feed.xml'), { xml: true })('lastBuildDate').text();
  const newest = Math.max(...items.map(({ id }) => Date.parse(changes.get(`${id}.mdx`) ?? '')));
  expect(built).toBe(changes.size > 0 ? new Date(newest).toUTCString() : '');
});

test('authors, terms, topics, categories and the DOI are there for programs', () => {
  const feed = load(read(sites.fixture, 'zh/feed.xml'), { xml: true });
  const item = feed('item').filter((_, item) => feed(item).text().includes('Grasping'));
  const texts = (name: string) =>
    item
      .children(name)
      .toArray()
      .map((element) => feed(element).text());
  expect(texts('dc\\:creator').slice(1, 3)).toEqual([
    'Ludwig van Beispiel',
    'Smith & Sons </script>',
  ]);
  expect(texts('category')).toEqual(['机器人', 'LLM', 'cs.RO', 'cs.AI']);
  expect(texts('dc\\:identifier')).toEqual(['https://doi.org/10.48550/arXiv.2412.00001']);
  const { items } = JSON.parse(read(sites.fixture, 'zh/feed.json')) as {
    items: { id: string; authors?: { name: string }[]; tags: string[]; _paper?: object }[];
  };
  const twin = items.find(({ id }) => id.startsWith('grasping'));
  expect(twin?.authors?.map(({ name }) => name)).toEqual(texts('dc\\:creator'));
  expect(twin?.tags).toEqual(texts('category'));
  expect(twin?._paper).toEqual({ doi: texts('dc\\:identifier')[0] });
  expect(items.find(({ id }) => id === 'long-title')).not.toHaveProperty('authors');
});

test('a tag’s page offers its feed by the tag’s name, in the reader’s language', () => {
  const titles = (page: string) =>
    readPage(
      sites.fixture,
      page,
    )('link[rel=alternate][type*=rss], link[rel=alternate][type*=feed]')
      .toArray()
      .map(({ attribs }) => attribs['title']);
  expect(titles('/tags/robotics/')).toEqual([
    'Robotics: New papers (RSS)',
    'Robotics: New papers (JSON Feed)',
  ]);
  expect(titles('/zh/tags/robotics/')[0]).toBe('机器人：新论文（RSS）');
  expect(titles('/')[0]).toBe('New papers (RSS)');
});

test('hostile text stays text, formulas read without being set, links of notes lead into the list', () => {
  const { items } = JSON.parse(read(sites.fixture, 'feed.json')) as {
    items: { content_html: string }[];
  };
  const contents = items.map(({ content_html }) => load(content_html, null, false));
  const text = contents.map((content) => content.text()).join('\n');
  expect(text).toContain('<b>采样</b>');
  expect(text).toContain('a < b, and b > a');
  expect(text).toMatch(/BENCH[_ₜ]/);
  const links = contents.map((content) => content('a:contains("上面一节")').attr('href'));
  expect(links.filter(Boolean)).toEqual(['https://papers.example.org/lists/second/#abstract-1']);
});
