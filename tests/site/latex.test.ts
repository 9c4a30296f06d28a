/** What becomes of LaTeX on the pages and in the files beside them; the table of cases is the unit test's. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const { outDir } = sites.fixture;
const page = readPage(sites.fixture, '/papers/wide-things/');
const prose =
  /The naïve Schrödinger policy rises from 5% → 45\.3% in O\(n\^\(3\/2\)\) steps – 5% → 45\.3% – and\s+costs \$5 or \$10/;

describe('a page', () => {
  test('sets formulas, and shows accents and commands of text as characters and marks', () => {
    const abstract = page('#abstract ~ p').text();
    expect(abstract).toContain('The naïve Schrödinger policy');
    expect(abstract).toContain('costs $5 or $10');
    expect(abstract).toContain('[doe2024]');
    expect(page('#abstract ~ p math msup').length).toBeGreaterThan(0);
    expect(page('#abstract ~ p strong').text()).toBe('not');
    expect(
      page('#abstract ~ p code')
        .toArray()
        .map((code) => page(code).text()),
    ).toEqual(['\\unknown{x}', '\\includegraphics{x}']);
  });

  test('links to addresses of the web, and shows other ones', () => {
    expect(page('a[href="https://code.example.org/a_b"]').text()).toBe('the project page');
    expect(page('.prose').text()).toContain('this (javascript:alert(1))');
  });

  test('shows nothing in the red of an error', () => {
    for (const file of listPages(sites.fixture)) {
      const html = readFileSync(path.join(outDir, file), 'utf8');
      expect(html, file).not.toMatch(/katex-error|mathcolor|cc0000/);
    }
  });

  test('has its titles in Unicode', () => {
    expect(page('.title-zh').text().trim()).toBe('π₀ 之后：宽的公式、表格、代码与嵌套列表');
    expect(page('.contents a').last().text().trim()).toBe('📈 O(n²) 的实验结果');
    expect(page('meta[name=description]').attr('content')).not.toMatch(/[\\{}]/);
  });
});

describe('plain text', () => {
  test('papers.json has the abstract and the Chinese title in Unicode', () => {
    const { papers } = JSON.parse(readFileSync(path.join(outDir, 'papers.json'), 'utf8')) as {
      papers: { id: string; titleZh?: string; abstract: string }[];
    };
    const paper = papers.find(({ id }) => id === 'wide-things');
    expect(paper?.abstract).toMatch(prose);
    expect(paper?.titleZh).toMatch(/^π₀ /);
  });

  test('feeds have formulas in Unicode', () => {
    const feed = readFileSync(path.join(outDir, 'feed.json'), 'utf8');
    expect(feed).toContain('in O(n^(3/2)) steps');
    expect(feed).toContain('J(θ) = ');
  });

  test('the search index reads a formula as its text', () => {
    const folder = path.join(outDir, 'pagefind/fragment');
    const texts = readdirSync(folder).map((name) =>
      gunzipSync(readFileSync(path.join(folder, name)))
        .toString()
        .replace(/\u200B/g, ''),
    );
    expect(texts.some((text) => text.includes('in O(n^(3/2)) steps'))).toBe(true);
  });
});
