import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const listFile = 'content/lists/reward-rl-medical.md';
/** The index of the list, read with nothing of the project: title and slug of each entry. */
const entries = [
  ...readFileSync(listFile, 'utf8').matchAll(/^- \[(.*?)\] \*\*(.*)\*\*\s*\n.*\(#(.*)\)\]$/gm),
].map(([, month = '', title = '', slug = '']) => ({
  month: `20${month.replace('/', '-')}`,
  title,
  slug,
}));

test('the list is kept as it was received, byte for byte', () => {
  const digest = createHash('sha256').update(readFileSync(listFile)).digest('hex');
  expect(digest).toBe('7b604456dac91b4b175f01a6c81dafd59cf36e618cee193cd4ab85a9eba8d2ce');
});

describe.each([sites.root, sites.base])('the $name site', (site) => {
  test('has the pages that readers are sent to', () => {
    const pages = listPages(site);
    for (const page of [
      'index.html',
      '404.html',
      'tags/index.html',
      'search/index.html',
      'tags/reward/index.html',
      'tags/rl/index.html',
      'tags/medical/index.html',
    ]) {
      expect(pages).toContain(page);
    }
    expect(pages.filter((page) => /^papers\/[^/]+\/index\.html$/.test(page))).toHaveLength(10);
  });

  test('lands on the entry at /#slug, and its TLDR/Notes link opens the notes at #slug', () => {
    expect(entries).toHaveLength(10);
    const index = readPage(site, '/');
    for (const { slug, title, month } of entries) {
      const entry = index(`[id="${slug}"]`);
      expect(entry).toHaveLength(1);
      expect(entry.text()).toContain(title);
      expect(entry.find('a:contains("TLDR/Notes")').attr('href')).toBe(
        `${site.base}papers/${slug}/#${slug}`,
      );
      const page = readPage(site, `/papers/${slug}/`);
      const heading = page('h1');
      expect(heading).toHaveLength(1);
      expect(heading.attr('id')).toBe(slug);
      expect(heading.text().trim()).toBe(title);
      expect(page('time').attr('datetime')).toBe(month);
    }
  });

  test('lists the newest month first, and within a month keeps the order of the list', () => {
    const index = readPage(site, '/');
    const ids = index('main [id]')
      .toArray()
      .map((element) => element.attribs['id'] ?? '');
    expect(ids.filter((id) => entries.some(({ slug }) => slug === id))).toEqual(
      entries.map(({ slug }) => slug),
    );
  });
});

test('every page has one h1, a title, a language and a main landmark; no id is used twice', () => {
  for (const page of listPages(sites.root)) {
    const document = readPage(sites.root, page);
    expect([page, document('h1').length, document('main').length]).toEqual([page, 1, 1]);
    expect(document('title').text().trim(), page).not.toBe('');
    expect(document('html').attr('lang'), page).toBeTruthy();
    const ids = document('[id]')
      .toArray()
      .map((element) => element.attribs['id']);
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      page,
    ).toEqual([]);
  }
});

test('no replacement character and no mojibake reaches a page', () => {
  for (const page of listPages(sites.root)) {
    const text = load(readFileSync(path.join(sites.root.outDir, page), 'utf8')).text();
    expect(text, page).not.toContain('\uFFFD');
    // A UTF-8 lead byte and a continuation byte, read as windows-1254: the mark of what was damaged.
    expect(
      text.match(
        /[\u00C0-\u00F4\u011E\u011F][\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u0192\u02C6\u02DC\u2020-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]/g,
      ),
      page,
    ).toBeNull();
  }
});

test('Chinese and English text say which they are', () => {
  const page = readPage(sites.root, `/papers/${entries[0]?.slug}/`);
  expect(page('[lang="zh-CN"] h3').first().text()).toContain('背景痛点/本文动机');
  expect(page('[lang="en"]').text()).toContain('Consistency-Aware Preference Optimization');
});

test('LaTeX commands of the abstracts are set, not shown', () => {
  for (const { slug } of entries) {
    const text = readPage(
      sites.root,
      `/papers/${slug}/`,
    )('main')
      .clone()
      .find('annotation, .cite')
      .remove()
      .end()
      .text();
    expect(text.match(/\\(textbf|textit|mathsf|%)/g), slug).toBeNull();
  }
});

describe('every topic', () => {
  test('each paper has two to five, and each leads back to it', () => {
    const site: Site = sites.root;
    for (const { slug } of entries) {
      const page = readPage(site, `/papers/${slug}/`);
      const tags = new Set(
        page('main a[href*="/tags/"]')
          .toArray()
          .map((link) => link.attribs['href'] ?? ''),
      );
      const terms = ['/tags/reward/', '/tags/rl/', '/tags/medical/'];
      expect([...tags]).toEqual(expect.arrayContaining(terms));
      expect(tags.size - terms.length).toBeGreaterThanOrEqual(2);
      expect(tags.size - terms.length).toBeLessThanOrEqual(5);
      for (const tag of tags) {
        const links = readPage(
          site,
          tag,
        )('main a')
          .toArray()
          .map((link) => link.attribs['href'] ?? '');
        expect(
          links.some((href) => href.startsWith(`/papers/${slug}/`)),
          `${tag} → ${slug}`,
        ).toBe(true);
      }
    }
  });
});

describe('the fixture library: what a list may hold', () => {
  const site = sites.fixture;
  const paper = (start: string) => {
    const page = listPages(site).find((file) => file.startsWith(`papers/${start}`));
    return readPage(site, `/${page}`);
  };

  test('nothing in it runs, and what it says is there', () => {
    const page = paper('grasping');
    expect(page('script:not([src], [type="application/ld+json"]):contains("alert")').length).toBe(
      0,
    );
    expect(page('h1').text().trim()).toBe(
      'Grasping {Objects} & <Tools>: 100% of "Everything", in C++',
    );
    const text = page('main').text();
    expect(text).toContain('{is}');
    expect(text).toContain('a < b, and b > a');
    expect(text).toContain('<b>采样</b>');
    expect(text).toContain('$5 to $10');
    expect(page('main table td').first().text()).toBe('GRASP');
    expect(page('main pre').text()).toContain('import torch  # {not} <jsx>');
    expect(page('main ul ul li').text()).toContain('子步骤');
    expect(page('main strong').text()).toContain('统一框架（GRASP）');
    expect(text).toContain('ReST* 与 Plan* 两个基线，提升 5~10 个百分点~');
    expect(text).not.toContain('```');
    expect(page('a[href="https://code.example.org/grasp"]').length).toBeGreaterThan(0);
  });

  test('ids are the slugs to the letter, however they look', () => {
    const ids = readPage(
      site,
      '/',
    )('[id]')
      .toArray()
      .map((element) => element.attribs['id']);
    expect(ids).toEqual(
      expect.arrayContaining([
        'grasping-{objects}-&-<tools>--100%-of--everything---in-c++',
        'mas$^2$--self-rectifying-systems',
        '一篇只有中文标题的论文',
        'a-paper-without-notes',
        'plan*--two-asterisks*-and-a-(parenthesis)',
      ]),
    );
  });

  test('a paper of two lists is one page that carries the terms of both', () => {
    expect(listPages(site).filter((file) => file.startsWith('papers/mas'))).toHaveLength(1);
  });

  test('its entries stay out of content/', () => {
    expect(() => readFileSync('content/papers/a-paper-without-notes.mdx')).toThrow(/ENOENT/);
  });
});
