import { Ajv2020 } from 'ajv/dist/2020.js';
import { load, type CheerioAPI } from 'cheerio';
import matter from 'gray-matter';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLastChanges } from '../../src/lib/last-changes.ts';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const origin = 'https://papers.example.org';
const read = ({ outDir }: Site, file: string) => readFileSync(path.join(outDir, file), 'utf8');
const xml = (text: string): CheerioAPI => load(text, { xml: true });

const instant = {
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
};
/** JSON Feed 1.1 in JSON Schema: what the specification requires, and what these feeds use. */
const jsonFeed = {
  type: 'object',
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    home_page_url: { type: 'string', pattern: '^https://' },
    feed_url: { type: 'string', pattern: '^https://' },
    description: { type: 'string' },
    language: { enum: ['en', 'zh-CN'] },
    items: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'content_html'],
        properties: {
          id: { type: 'string', minLength: 1 },
          url: { type: 'string', pattern: '^https://' },
          title: { type: 'string', minLength: 1 },
          summary: { type: 'string', minLength: 1 },
          content_html: { type: 'string' },
          date_published: instant,
          date_modified: instant,
          authors: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['name'],
              properties: { name: { type: 'string', minLength: 1 } },
              additionalProperties: false,
            },
          },
          // The specification leaves names with an underscore to whoever writes the feed.
          _paper: { type: 'object' },
          tags: { type: 'array', items: { type: 'string' } },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
};

/** All feeds of a site: of all papers and of each tag, in both languages. */
const feedsOf = (site: Site) =>
  listPages(site)
    .filter((file) => /^(zh\/)?(tags\/[^/]+\/)?index\.html$/.test(file))
    .map((file) => file.replace('index.html', 'feed'));

describe.each(Object.values(sites))('the feeds of the $name site', (site) => {
  test('are RSS as the RSS Advisory Board has it', () => {
    expect(feedsOf(site).length).toBeGreaterThan(2);
    for (const file of feedsOf(site)) {
      const feed = xml(read(site, `${file}.xml`));
      const channel = feed('rss[version="2.0"] > channel');
      expect(channel.length, file).toBe(1);
      for (const name of ['title', 'link', 'description', 'language']) {
        expect(channel.children(name).text().trim(), `${file} ${name}`).not.toBe('');
      }
      const page = origin + site.base + file.replace(/feed$/, '');
      expect(channel.children('link').text()).toBe(encodeURI(page));
      expect(channel.children('atom\\:link[rel=self]').attr('href')).toBe(
        encodeURI(`${origin}${site.base}${file}.xml`),
      );
      const ids = feed('item > guid').toArray();
      expect(new Set(ids.map((id) => feed(id).text())).size).toBe(feed('item').length);
      feed('item').each((_, item) => {
        const text = (name: string) => feed(item).children(name).text();
        expect(text('title')).not.toBe('');
        expect(text('link')).toMatch(/^https:\/\/papers\.example\.org\//);
        expect(Number.isNaN(Date.parse(text('pubDate')))).toBe(false);
        expect(feed(item).children('guid').attr('isPermaLink')).toBe('false');
      });
    }
  });

  test('are JSON Feeds that say the same', () => {
    const validate = new Ajv2020().compile(jsonFeed);
    for (const file of feedsOf(site)) {
      const feed = JSON.parse(read(site, `${file}.json`)) as {
        items: { id: string; url: string; content_html: string }[];
      };
      validate(feed);
      expect(validate.errors, file).toBeNull();
      const twin = xml(read(site, `${file}.xml`));
      const items = twin('item').toArray();
      expect(feed.items.map(({ id, url }) => [id, url])).toEqual(
        items.map((item) => [
          twin(item).children('guid').text(),
          twin(item).children('link').text(),
        ]),
      );
      expect(feed.items.map(({ content_html }) => content_html)).toEqual(
        items.map((item) => twin(item).children('content\\:encoded').text()),
      );
    }
  });

  test('are offered by the pages that they are of', () => {
    for (const file of feedsOf(site)) {
      const page = readPage(site, `/${file.replace(/feed$/, '')}`);
      const offered = page('link[rel=alternate][type="application/rss+xml"]').attr('href');
      expect(decodeURIComponent(offered ?? '')).toBe(`${site.base}${file}.xml`);
    }
  });
});

test('feeds hold the whole text, its languages, and neither scripts nor relative addresses', () => {
  const feed = JSON.parse(read(sites.root, 'zh/feed.json')) as {
    items: { id: string; content_html: string; url: string }[];
  };
  expect(feed.items).toHaveLength(10);
  for (const { id, content_html, url } of feed.items) {
    expect(url).toContain('/zh/papers/');
    const html = load(content_html, {}, false);
    const page = readPage(sites.root, `/papers/${id}/`);
    expect(html('h2').length).toBe(page('.prose h2').length);
    expect(html('section[lang=en]').length).toBe(1);
    expect(html('section[lang=zh-CN] p').length).toBeGreaterThan(2);
    expect(html('script, style, iframe, [onclick]').length).toBe(0);
  }
  const { items } = JSON.parse(read(sites.fixture, 'feed.json')) as {
    items: { content_html: string }[];
  };
  const hostile = items.map(({ content_html }) => content_html).join('\n');
  expect(hostile).not.toMatch(/<b>采样|<script|href="(?!https?:)/);
  expect(hostile).toContain('&#x3C;b>采样');
});

describe.each([sites.root, sites.fixture])('the data of the $name site', (site) => {
  const catalogue = JSON.parse(read(site, 'papers.json')) as {
    $schema: string;
    papers: { id: string; markdown: string; title: string; abstract: string }[];
  };

  test('papers.json is what its published schema says', () => {
    const schema = JSON.parse(read(site, 'papers.schema.json')) as { $id: string };
    expect(schema.$id).toBe(catalogue.$schema);
    const validate = new Ajv2020({
      formats: {
        uri: (text: string) => URL.canParse(text),
        date: (text: string) => !Number.isNaN(Date.parse(text)),
      },
    }).compile(schema);
    validate(catalogue);
    expect(validate.errors).toBeNull();
    validate({ ...catalogue, papers: [{ id: 'x' }] });
    expect(validate.errors).not.toBeNull();
    validate({ ...catalogue, version: 1 });
    expect(validate.errors).not.toBeNull();
  });

  test('every paper is there as Markdown, linked from its page', () => {
    expect(catalogue.papers.length).toBeGreaterThan(5);
    for (const { id, markdown, title } of catalogue.papers) {
      const file = decodeURIComponent(new URL(markdown).pathname);
      const { data, content } = matter(read(site, file));
      expect(data).toMatchObject({ id, title });
      expect(content).toContain('\n# ');
      const page = readPage(site, new URL(String(data['page'])).pathname);
      const link = page('link[type="text/markdown"]').attr('href') ?? '';
      expect(decodeURIComponent(link)).toBe(file);
    }
  });

  test('the Markdown is Markdown, not MDX', () => {
    const text = catalogue.papers
      .map(({ markdown }) => read(site, decodeURIComponent(new URL(markdown).pathname)))
      .join('\n');
    expect(text).not.toMatch(/\\\{|&#x69;mport/);
  });

  test('llms.txt names every paper', () => {
    const text = read(site, 'llms.txt');
    expect(text).toMatch(/^# .+\n\n> .+\n/);
    for (const { markdown } of catalogue.papers) expect(text).toContain(`](${markdown})`);
  });
});

test('what arXiv says of a paper is in papers.json, and the same in its Markdown', () => {
  const { papers } = JSON.parse(read(sites.fixture, 'papers.json')) as {
    papers: ({ id: string; markdown: string } & Record<string, unknown>)[];
  };
  const paperOf = (start: string) => papers.find(({ id }) => id.startsWith(start));
  expect(paperOf('grasping')).toMatchObject({
    authors: expect.arrayContaining(['Jane Q. Doe', '张三']),
    categories: ['cs.RO', 'cs.AI'],
    doi: '10.48550/arXiv.2412.00001',
    publishedDoi: '10.1000/grasp_(1)',
    journalRef: 'Journal of Examples & Tests 1 (2025) 2-3',
    published: '2024-12-05',
    updated: '2025-01-07',
  });
  // Its number is another work's at arXiv.
  expect(paperOf('a-paper-without-notes')).not.toHaveProperty('authors');
  for (const { lists: _, abstract, pages, markdown, ...record } of papers) {
    const file = decodeURIComponent(new URL(markdown).pathname);
    expect(matter(read(sites.fixture, file)).data).toEqual({
      ...record,
      page: (pages as { en: string }).en,
    });
    expect(typeof abstract).toBe('string');
  }
});

test('links of notes into the list lead to its page from the Markdown', () => {
  const text = read(sites.fixture, 'papers/q&a-+-rl;-safe-sound-@-scale!-(revisited).md');
  expect(text).toContain('[上面一节](https://papers.example.org/lists/second/#abstract-1)');
  expect(text).toContain('[主页](https://example.org/q?a=1\\&b=2)');
});

test('the sitemap names each page that search engines may show, its translation, and when it changed', () => {
  const site = sites.base;
  const map = xml(read(site, 'sitemap-0.xml'));
  const named = map('url > loc')
    .toArray()
    .map((loc) => map(loc).text());
  const pages = listPages(site)
    .filter((file) => readPage(site, file)('meta[name=robots]').length === 0)
    .map((file) => origin + site.base + encodeURI(file.replace(/index\.html$/, '')));
  expect(named.sort()).toEqual(pages.sort());
  map('url').each((_, url) => {
    expect(map(url).find('xhtml\\:link').length, map(url).text()).toBe(2);
  });
  expect(read(site, 'robots.txt')).toContain(`Sitemap: ${origin}${site.base}sitemap-index.xml`);
});

test('in the sitemap a page is as new as the newest of its own papers', () => {
  const site = sites.root;
  const changes = readLastChanges('content/papers');
  const map = xml(read(site, 'sitemap-0.xml'));
  const dates = new Map(
    map('url')
      .toArray()
      .map((url) => [map(url).find('loc').text(), map(url).find('lastmod').text()]),
  );
  const newest = (segments: string[]) =>
    Math.max(...segments.map((segment) => Date.parse(changes.get(`${segment}.mdx`) ?? '')));
  for (const file of listPages(site)) {
    const [, name = '', segment = ''] =
      /^(?:zh\/)?(papers|tags|lists)\/([^/]+)\/index\.html$/.exec(file) ?? [];
    if (name === '') continue;
    const page = readPage(site, file);
    const shown = page(name === 'tags' ? '.paper-item h3 a' : '.listed-paper h3 a')
      .toArray()
      .map(({ attribs }) => path.basename(attribs['href'] ?? ''));
    const date = dates.get(`${origin}/${file.replace('index.html', '')}`) ?? '';
    const expected = newest(name === 'papers' ? [segment] : shown);
    expect(Date.parse(date), file).toBe(changes.size > 0 ? expected : NaN);
  }
});

test('llms.txt tells of restored characters where there are such', () => {
  const damaged = globSync('content/papers/*.repair.json').length;
  const papers = globSync('content/papers/*.mdx').length;
  expect(read(sites.root, 'llms.txt')).toContain(
    `Damaged characters were restored in the notes of ${damaged} of ${papers} papers`,
  );
  expect(read(sites.root, 'llms.txt')).toContain('](https://papers.example.org/repair/)');
  expect(read(sites.fixture, 'llms.txt')).not.toMatch(/restored|repair/i);
});
