import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

test.each(Object.values(sites))(
  'every paper of the $name site has a preview picture of its own, and the site has one',
  ({ outDir, ...site }) => {
    const papers = listPages({ outDir, ...site }).filter((file) =>
      /^papers\/[^/]+\/index\.html$/.test(file),
    );
    const pictures = [
      'preview.png',
      ...papers.map((file) => file.replace('index.html', 'preview.png')),
    ];
    const contents = pictures.map((file) => readFileSync(path.join(outDir, file)));
    for (const content of contents) {
      expect(content.toString('latin1', 1, 4)).toBe('PNG');
      expect([content.readUInt32BE(16), content.readUInt32BE(20)]).toEqual([1200, 630]);
    }
    expect(new Set(contents.map((content) => content.toString('base64'))).size).toBe(
      pictures.length,
    );
  },
);

test.each([sites.root, sites.base])(
  'pages of the $name site name their picture, in both languages',
  (site) => {
    const origin = 'https://papers.example.org';
    for (const file of listPages(site).filter((name) => !/404|search/.test(name))) {
      const page = readPage(site, `/${file}`);
      const property = (name: string) => page(`meta[property="${name}"]`).attr('content');
      const paper = /papers\/[^/]+\//.exec(file)?.[0];
      const picture = `${paper ?? ''}preview.png`;
      expect(property('og:image'), file).toBe(`${origin}${site.base}${picture}`);
      expect(readFileSync(path.join(site.outDir, picture)).length).toBeGreaterThan(1000);
      expect([property('og:image:width'), property('og:image:height')]).toEqual(['1200', '630']);
      const shown = paper ? page('h1').text().trim() : 'Paper Notes';
      expect(property('og:image:alt'), file).toContain(shown);
      expect(page('meta[name="twitter:card"]').attr('content')).toBe('summary_large_image');
    }
  },
);
