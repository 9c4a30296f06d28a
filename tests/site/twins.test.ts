/** What programs read: Markdown and JSON twins, llms.txt, robots.txt, the sitemap. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { load } from 'cheerio';
import { spawnSync } from 'node:child_process';
import matter from 'gray-matter';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const origin = 'https://papers.example.org';
const read = ({ outDir }: Site, file: string) => readFileSync(path.join(outDir, file), 'utf8');
const markdown = unified().use(remarkParse).use(remarkGfm, { singleTilde: false });

/** The papers' pages in English. */
const paperPages = (site: Site) => listPages(site).filter((file) => file.startsWith('papers/'));

describe.each(Object.values(sites))('the twins of the $name site', (site) => {
  const papers = paperPages(site);

  test('each paper is there as Markdown, and its page says where, in both languages', () => {
    expect(papers.length).toBeGreaterThan(4);
    const files = globSync('papers/*.md', { cwd: site.outDir });
    expect(files).toHaveLength(papers.length);
    for (const page of papers) {
      const file = page.replace(/\/index\.html$/, '.md');
      expect(files).toContain(file);
      for (const language of ['', 'zh/']) {
        const link = readPage(site, `/${language}${page}`)('link[type="text/markdown"]');
        expect(link.attr('href')).toBe(site.base + encodeURI(file));
      }
    }
  });

  test('the Markdown says what the page says, and nothing in it is code or HTML', () => {
    for (const page of papers) {
      const { data, content } = matter(read(site, page.replace(/\/index\.html$/, '.md')));
      const document = readPage(site, page);
      expect(data['title']).toBe(document('h1').text().trim());
      expect(data['url']).toBe(document('link[rel=canonical]').attr('href'));
      const tree = markdown.parse(content);
      const depths: number[] = [];
      visit(tree, (node) => {
        expect(node.type).not.toBe('html');
        if (node.type === 'heading') depths.push(node.depth);
        if (node.type === 'link') expect(node.url).toMatch(/^https?:\/\//);
      });
      expect(depths.filter((depth) => depth === 1)).toHaveLength(1);
      expect(depths).toHaveLength(
        document('main').find('h1, .prose :is(h2, h3, h4, h5, h6)').length,
      );
      expect(content).not.toMatch(/&#x[0-9a-f]+;(?=mport|xport)|\\\{/);
    }
  });

  test('papers.json is what its published schema says, and names pages that are there', () => {
    const schema = JSON.parse(read(site, 'papers.schema.json')) as Record<string, unknown>;
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema['$id']).toBe(`${origin}${site.base}papers.schema.json`);
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const isCatalogue = ajv.compile(schema);
    const catalogue = JSON.parse(read(site, 'papers.json')) as {
      $schema: string;
      papers: { id: string; url: string; markdown: string; title: string; topics: string[] }[];
      topics: { id: string }[];
    };
    if (!isCatalogue(catalogue)) throw new Error(ajv.errorsText(isCatalogue.errors));
    expect(isCatalogue({ ...catalogue, papers: [{ ...catalogue.papers[0], date: 2025 }] })).toBe(
      false,
    );
    expect(catalogue.$schema).toBe(schema['$id']);
    expect(catalogue.papers).toHaveLength(papers.length);
    for (const paper of catalogue.papers) {
      const page = readPage(site, paper.url.slice((origin + site.base).length));
      expect(page('h1').attr('id')).toBe(paper.id);
      expect(page('h1').text().trim()).toBe(paper.title);
      expect(read(site, decodeURI(paper.markdown.slice((origin + site.base).length)))).toContain(
        '# ',
      );
      const topics = catalogue.topics.map(({ id }) => id);
      expect(topics).toEqual(expect.arrayContaining(paper.topics));
    }
  });

  test('llms.txt is a title, a summary, and lists of links that lead somewhere', () => {
    const tree = markdown.parse(read(site, 'llms.txt'));
    expect(tree.children.slice(0, 2).map(({ type }) => type)).toEqual(['heading', 'blockquote']);
    const links: string[] = [];
    visit(tree, 'link', ({ url }) => void links.push(url));
    expect(links.length).toBeGreaterThan(papers.length + 3);
    for (const url of links) {
      expect(url.startsWith(origin + site.base)).toBe(true);
      const file = decodeURI(url.slice((origin + site.base).length)).replace(
        /(^|\/)$/,
        '$1index.html',
      );
      expect(read(site, file), url).not.toBe('');
    }
    const headings = tree.children.filter((node) => node.type === 'heading');
    expect(headings.map(({ depth }) => depth)).toEqual([1, 2, 2, 2]);
  });

  test('robots.txt names the sitemap, which names every page for search engines once', () => {
    const sitemap = /^Sitemap: (.*)$/m.exec(read(site, 'robots.txt'))?.[1];
    expect(sitemap).toBe(`${origin}${site.base}sitemap-index.xml`);
    const urls = load(read(site, 'sitemap-0.xml'), { xml: true })('url').toArray();
    const $ = load(read(site, 'sitemap-0.xml'), { xml: true });
    const listed = urls.map((url) => $(url).find('loc').text()).sort();
    const pages = listPages(site)
      .map((file) => readPage(site, file))
      .filter((page) => page('meta[name=robots][content=noindex]').length === 0)
      .map((page) => page('link[rel=canonical]').attr('href') ?? '')
      .sort();
    expect(listed).toEqual(pages);
  });

  test('the sitemap says of each page what the page says of its other languages', () => {
    const $ = load(read(site, 'sitemap-0.xml'), { xml: true });
    for (const url of $('url').toArray()) {
      const loc = $(url).find('loc').text();
      const page = readPage(site, `/${loc.slice((origin + site.base).length)}`);
      const alternates = (elements: { attribs: Record<string, string> }[]) =>
        elements.map(({ attribs }) => `${attribs['hreflang']} ${attribs['href']}`).sort();
      expect(alternates($(url).find('xhtml\\:link').toArray() as never)).toEqual(
        alternates(page('link[hreflang]').toArray()),
      );
    }
  });
});

test('the sitemap dates a page by the last commit of its entry, where there is one', () => {
  const $ = load(read(sites.root, 'sitemap-0.xml'), { xml: true });
  const git = (...args: string[]) => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();
  const hasHistory = git('rev-parse', '--is-shallow-repository') === 'false';
  for (const page of paperPages(sites.root)) {
    const segment = page.split('/')[1] ?? '';
    const day = git('log', '-1', '--format=%cI', '--', `content/papers/${segment}.mdx`);
    const url = $(`url:has(loc:contains("/papers/${segment}/"))`).first();
    const lastmod = url.find('lastmod').text();
    if (hasHistory && day !== '') expect(Date.parse(lastmod)).toBe(Date.parse(day));
    else expect(lastmod).toBe('');
  }
  const fixture = load(read(sites.fixture, 'sitemap-0.xml'), { xml: true });
  expect(fixture('lastmod')).toHaveLength(0);
});
