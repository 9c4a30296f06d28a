import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

describe.each(Object.values(sites))('the search of the $name site', (site) => {
  test.each(['', 'zh/'])('a browser can add it: %sopensearch.xml', (language) => {
    const xml = readFileSync(path.join(site.outDir, language, 'opensearch.xml'), 'utf8');
    const document = load(xml, { xml: true });
    const template = document('Url[type="text/html"]').attr('template');
    expect(template).toBe(
      `https://papers.example.org${site.base}${language}search/?q={searchTerms}`,
    );
    const name = document('ShortName').text();
    expect(name.length).toBeGreaterThan(0);
    // The specification's limit.
    expect(name.length).toBeLessThanOrEqual(16);
    expect(document('OpenSearchDescription').attr('xmlns')).toBe(
      'http://a9.com/-/spec/opensearch/1.1/',
    );
    for (const file of listPages(site).filter(
      (name) => name.startsWith('zh/') === (language !== ''),
    )) {
      const link = readPage(site, file)('link[rel=search]');
      expect(link.attr('href'), file).toBe(`${site.base}${language}opensearch.xml`);
    }
  });

  test('Pagefind’s own interface is left out', () => {
    const files = readdirSync(path.join(site.outDir, 'pagefind'));
    expect(files.filter((name) => /ui|highlight/.test(name))).toEqual([]);
  });

  test('each page allows what the dialog needs, and no more', () => {
    for (const file of listPages(site)) {
      const policy = readPage(
        site,
        file,
      )('meta[http-equiv=content-security-policy]').attr('content');
      expect(policy, file).toMatch(/worker-src 'self'/);
      expect(policy, file).toMatch(/'wasm-unsafe-eval'/);
      expect(policy, file).not.toMatch(/'unsafe-(eval|inline)'|https?:|\*/);
    }
  });
});

test('a paper’s page loads at most 5 kB of scripts before the reader asks for more', () => {
  const site = sites.root;
  for (const file of listPages(site).filter((name) => name.startsWith('papers/'))) {
    const page = readPage(site, file);
    const inline = page('script:not([src], [type="application/ld+json"])').text();
    const seen = new Set<string>();
    const follow = (address: string) => {
      const name = path.join(site.outDir, address.slice(site.base.length));
      if (seen.has(name) || !statSync(name).isFile()) return;
      seen.add(name);
      const source = readFileSync(name, 'utf8');
      for (const [, imported = ''] of source.matchAll(
        /(?:from|^import|;import)\s*["'](\.\/[^"']+)["']/g,
      )) {
        follow(path.posix.join(path.posix.dirname(address), imported));
      }
    };
    for (const { attribs } of page('script[src]').toArray()) follow(attribs['src'] ?? '');
    for (const [, imported = ''] of inline.matchAll(/(?:from|import)\s*["'](\/[^"']+)["']/g))
      follow(imported);
    const bytes = [...seen].reduce(
      (sum, name) => sum + gzipSync(readFileSync(name)).length,
      gzipSync(inline).length,
    );
    expect(seen.size).toBeGreaterThan(0);
    expect(bytes, file).toBeLessThanOrEqual(5 * 1024);
  }
});
