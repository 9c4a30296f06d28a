import { load } from 'cheerio';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
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

  test('hold plain elements with absolute addresses, and dates at the first of a month', () => {
    for (const file of feeds) {
      const feed = load(read(site, file), { xml: true });
      for (const item of feed('item').toArray()) {
        const date = new Date(feed(item).children('pubDate').text());
        expect(date.toISOString()).toMatch(/-01T00:00:00\.000Z$/);
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
