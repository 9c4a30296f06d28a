import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
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
    expect(existsSync(path.join(outDir, 'papers/preview.png'))).toBe(false);
  },
);

test.each([sites.root, sites.base])('pages of the $name site name their picture', (site) => {
  for (const file of listPages(site)) {
    const page = readPage(site, file);
    const segment = /(?:^|\/)papers\/([^/]+)\/index\.html$/.exec(file)?.[1];
    const picture = segment === undefined ? 'preview.png' : `papers/${segment}/preview.png`;
    // Nobody links to a page that isn't there.
    if (file === '404.html') continue;
    expect(page('meta[property="og:image"]').attr('content'), file).toBe(
      `https://papers.example.org${site.base}${encodeURI(picture)}`,
    );
  }
});

test('a site without pictures is built without a word, and its pages name none', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-notes-'));
  const outDir = path.join(folder, 'site');
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    CONTENT_DIR: sites.fixture.contentDir,
    CACHE_DIR: path.join(folder, 'cache'),
    OUT_DIR: outDir,
  };
  // The step before it draws them: it is left out.
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--no-install', 'node', 'scripts/build-site.ts'],
    {
      env,
      encoding: 'utf8',
    },
  );
  expect(status, stderr).toBe(0);
  expect(`${stdout}${stderr}`).not.toMatch(/does not exist|\bwarn/i);
  const page = readPage({ ...sites.fixture, outDir }, '/');
  expect(page('meta[property="og:title"]').length).toBe(1);
  expect(page('meta[property="og:image"]').length).toBe(0);
  rmSync(folder, { recursive: true });
});
