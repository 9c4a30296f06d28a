import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const KILOBYTE = 1024;

function readAsset({ outDir, base }: Site, address: string): string {
  expect(address.startsWith(base), address).toBe(true);
  return readFileSync(path.join(outDir, address.slice(base.length)), 'utf8');
}

/** A script and all that it imports when it starts: what it loads later is not the page's. */
function withImports(site: Site, address: string, seen = new Set<string>()): string[] {
  if (seen.has(address)) return [];
  seen.add(address);
  const source = readAsset(site, address);
  const imports = [
    ...source.matchAll(/\bimport\s*(?:[\w*{][^;"'()]*?\bfrom\s*)?["']([^"']+)["']/g),
  ];
  return [
    source,
    ...imports.flatMap(([, target = '']) =>
      withImports(site, new URL(target, `https://x${address}`).pathname, seen),
    ),
  ];
}

function weigh(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + (text ? gzipSync(text, { level: 9 }).length : 0), 0);
}

/** The compressed bytes of a page's scripts and styles, each file compressed by itself. */
function weighPage(site: Site, file: string): { scripts: number; styles: number } {
  const page = readPage(site, `/${file}`);
  const seen = new Set<string>();
  const scripts = page('script:not([type="application/ld+json"])')
    .toArray()
    .flatMap(({ attribs }, index) => {
      const source = attribs['src'];
      if (source !== undefined) return withImports(site, source, seen);
      return [page('script:not([type="application/ld+json"])').eq(index).text()];
    });
  const styles = [
    ...page('link[rel="stylesheet"]')
      .toArray()
      .map(({ attribs }) => readAsset(site, attribs['href'] ?? '')),
    ...page('style')
      .toArray()
      .map((style) => page(style).text()),
  ];
  return { scripts: weigh(scripts), styles: weigh(styles) };
}

test.each([sites.root, sites.base])(
  'a page of the $name site needs 10 KB of styles at most, a paper’s 5 KB of scripts, compressed',
  (site) => {
    const papers = listPages(site).filter((file) => /(^|\/)papers\//.test(file));
    expect(papers.length).toBeGreaterThanOrEqual(20);
    for (const file of listPages(site)) {
      const { scripts, styles } = weighPage(site, file);
      expect(styles, file).toBeGreaterThan(KILOBYTE);
      expect(styles, file).toBeLessThanOrEqual(10 * KILOBYTE);
      if (!papers.includes(file)) continue;
      expect(scripts, file).toBeGreaterThan(100);
      expect(scripts, file).toBeLessThanOrEqual(5 * KILOBYTE);
    }
  },
);

test('nothing that a page loads by itself is on another host', () => {
  const loading =
    'script[src], img, source, iframe, video, audio, object, embed, link[rel="stylesheet"], ' +
    'link[rel="icon"], link[rel="preload"], link[rel="modulepreload"], link[rel="preconnect"]';
  for (const site of Object.values(sites)) {
    for (const file of listPages(site)) {
      const page = readPage(site, `/${file}`);
      for (const element of page(loading).toArray()) {
        const at = page(element);
        const address = at.attr('src') ?? at.attr('href') ?? at.attr('data') ?? '';
        expect(
          address.startsWith(site.base) || address.startsWith('data:'),
          `${file}: ${address}`,
        ).toBe(true);
      }
    }
  }
});
