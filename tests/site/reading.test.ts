import { describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const slug = 's3--you-don-t-need-that-much-data-to-train-a-search-agent-via-rl';

describe('a paper’s page', () => {
  const page = readPage(sites.root, `/papers/${slug}/`);

  test('links to the pages about the paper, all over https', () => {
    const links = page('.lead .paper-links a')
      .toArray()
      .map((link) => [page(link).text(), link.attribs['href']]);
    expect(links).toEqual([
      ['Paper', 'https://arxiv.org/abs/2505.14146v1'],
      ['PDF', 'https://arxiv.org/pdf/2505.14146v1'],
      ['alphaXiv', 'https://www.alphaxiv.org/abs/2505.14146v1'],
      ['Semantic Scholar', 'https://api.semanticscholar.org/arXiv:2505.14146'],
    ]);
    for (const site of Object.values(sites)) {
      for (const file of listPages(site)) {
        expect(readPage(site, file)('.paper-links a[href^="http:"]').length, file).toBe(0);
      }
    }
  });

  test('tells how long it takes to read, and which papers are near and why', () => {
    expect(page('.lead .facts').text()).toMatch(/\d min/);
    const related = page('.related li');
    expect(related.length).toBeGreaterThan(0);
    related.each((_, item) => {
      expect(page(item).find('a').attr('href')).toMatch(/^\/papers\/[^/]+\/$/);
      expect(page(item).find('a').attr('href')).not.toContain(slug);
      expect(page(item).find('p span').text()).not.toBe('');
    });
  });

  test('describes itself in plain words: no LaTeX, no marks', () => {
    for (const file of listPages(sites.root)) {
      const description =
        readPage(sites.root, file)('meta[name=description]').attr('content') ?? '';
      expect(description, file).not.toBe('');
      expect(description, file).not.toMatch(/[\\$*{}]|\*\*/);
    }
  });
});

test('statistics say what the entries say, in words for those who see no chart', () => {
  const page = readPage(sites.root, '/stats/');
  const rows = Object.fromEntries(
    page('.bars tbody tr')
      .toArray()
      .map((row) => [page(row).find('th').text().trim(), page(row).find('td').text().trim()]),
  );
  expect(rows).toMatchObject({ Medical: '10', 'Reward design': '7', 'Retrieval and search': '1' });
  const chart = page('svg[role=img]').attr('aria-label') ?? '';
  expect(chart).toContain('May 2025: 7 papers');
  expect(chart).toContain('June 2025: 3 papers');
  expect(readPage(sites.root, '/zh/stats/')('svg[role=img]').attr('aria-label')).toContain(
    '2025年5月: 7 篇论文',
  );
});

test('a tag’s page names the tags beside it, with the papers they share', () => {
  const page = readPage(sites.root, '/tags/retrieval/');
  const beside = page('.with-margin .tag-links').first().text();
  expect(beside).toContain('Agents and dialogue');
  // What all papers have tells nothing.
  expect(beside).not.toContain('Medical 10');
});

test('a tag’s page doesn’t name its tag with each paper, which keeps its other topics', () => {
  const page = readPage(sites.root, '/tags/retrieval/');
  const named = page('.paper-item .tag-links').text();
  expect(named).toContain('Agents and dialogue');
  expect(named).not.toContain('Retrieval and search');
});
