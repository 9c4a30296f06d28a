import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

interface Gap {
  chosen: string;
  rivals: string;
  before?: string;
  after?: string;
  source?: string;
  uncertain?: true;
}

/** The committed records, read with nothing of the project. */
const records = globSync('content/papers/*.repair.json').map((file) => ({
  segment: path.basename(file, '.repair.json'),
  ...(JSON.parse(readFileSync(file, 'utf8')) as {
    rulings: { restored: string; why: string }[];
    gaps: Gap[];
  }),
}));
const gaps = records.flatMap((record) => record.gaps);
const uncertain = gaps.filter((gap) => gap.uncertain);

describe('/repair/', () => {
  const page = readPage(sites.root, '/repair/');

  test('tells the story in both languages, with the figures of the records', () => {
    expect(page('[lang="en"]').text()).toContain('bytes');
    expect(page('[lang="zh-CN"]').text()).toContain('字节');
    const figures = new Map(
      page('.figures > div')
        .toArray()
        .map((row) => [
          page(row).find('dt').text(),
          Number(page(row).find('dd').text().replace(',', '')),
        ]),
    );
    const figure = (start: string) =>
      [...figures].find(([label]) => label.trim().startsWith(start))?.[1];
    expect(figure('papers')).toBe(records.length);
    expect(figure('damaged characters')).toBe(gaps.length);
    expect(figure('uncertain')).toBe(uncertain.length);
    expect(figure('ruled')).toBe(gaps.filter(({ source }) => source === 'correction').length);
    const kinds = ['exact', 'decoded', 'ruled', 'uncertain'].map((kind) => figure(kind) ?? 0);
    expect(kinds.reduce((sum, count) => sum + count, 0)).toBe(gaps.length);
  });

  test('lists each uncertain reading with its context and its rivals, under its paper', () => {
    expect(page('mark.uncertain')).toHaveLength(uncertain.length);
    for (const { segment, gaps } of records) {
      const own = gaps.filter((gap) => gap.uncertain);
      if (own.length === 0) continue;
      const group = page(
        `.readings details:has(a[href="/papers/${segment}/"]):has(mark.uncertain)`,
      );
      const items = group.find('li:has(> p)').toArray();
      expect(items).toHaveLength(own.length);
      own.forEach(({ before, chosen, after, rivals }, index) => {
        const item = page(items[index]);
        expect(item.find('p').first().text()).toBe(`…${before}${chosen}${after}…`);
        expect(item.text()).toContain([...rivals].join(' '));
      });
    }
  });

  test('lists each ruling with its reason', () => {
    for (const { restored, why } of records.flatMap(({ rulings }) => rulings)) {
      expect(page('.readings').text()).toContain(restored);
      expect(page('.readings').text()).toContain(why);
    }
  });

  test('is linked from every page, and from each repaired paper’s note', () => {
    for (const file of listPages(sites.base)) {
      const root = file.startsWith('zh/') ? '/papers/notes/zh/' : '/papers/notes/';
      const links = readPage(sites.base, file)(`footer a[href="${root}repair/"]`);
      expect(links.length, file).toBe(1);
    }
    for (const { segment } of records) {
      const paper = readPage(sites.root, `/papers/${segment}/`);
      expect(paper('.repair-note a[href="/repair/"]')).toHaveLength(1);
    }
  });

  test('says so where nothing was damaged', () => {
    const intact = readPage(sites.fixture, '/repair/');
    expect(intact('main').text()).toContain('No character of these papers arrived damaged');
    expect(intact('main').text()).toContain('没有损坏');
    expect(intact('.figures, details')).toHaveLength(0);
  });
});

test('a paper’s text comes unmarked; what the switch needs lies beside its page', () => {
  for (const { segment, gaps } of records) {
    const paper = readPage(sites.root, `/papers/${segment}/`);
    expect(paper('.prose mark')).toHaveLength(0);
    const address = paper('restored-text').attr('data-record') ?? '';
    const file = path.join(sites.root.outDir, address);
    const served = JSON.parse(readFileSync(file, 'utf8')) as { gaps: unknown[] };
    expect(served.gaps).toHaveLength(gaps.length);
  }
  for (const file of listPages(sites.fixture).filter((name) => name.startsWith('papers/'))) {
    const paper = readPage(sites.fixture, file);
    expect(paper('restored-text, .restored-tip, .repair-note').length, file).toBe(0);
  }
});

test('where the repository is known, pages with damage lead to its form for a wrong character', () => {
  const linksOf = (site: Site, file: string) =>
    readPage(
      site,
      file,
    )('a[href^="https://github.com/"][href*="/issues/new"]')
      .toArray()
      .map(({ attribs }) => new URL(attribs['href'] ?? ''));
  expect(records.length).toBeGreaterThan(5);
  for (const language of ['', 'zh/']) {
    for (const { segment } of records) {
      const page = `${language}papers/${segment}/`;
      expect(linksOf(sites.root, `/${page}`)).toEqual([]);
      const [link] = linksOf(sites.base, `/${page}`);
      expect(link?.pathname).toBe('/owner/name/issues/new');
      expect(link?.searchParams.get('page')).toBe(
        `https://papers.example.org${sites.base.base}${page}`,
      );
    }
    expect(linksOf(sites.root, `/${language}repair/`)).toEqual([]);
    expect(linksOf(sites.base, `/${language}repair/`).length).toBeGreaterThan(50);
  }
});
