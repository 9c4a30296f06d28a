import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages } from './read-site.ts';

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
    expect(existsSync(path.join(outDir, 'papers/preview.png'))).toBe(false);
  },
);
