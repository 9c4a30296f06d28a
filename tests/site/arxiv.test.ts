import { load } from 'cheerio';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pathSegment } from '../../src/papers/path-segment.ts';
import { sites, type Site } from '../build-sites.ts';
import { listPages, listRedirects, readPage } from './read-site.ts';

/** Slugs of old with the pages that they lead to, by a library's redirects.yaml. */
function redirectsOf({ contentDir = 'content' }: Site): { address: string; file: string }[] {
  const redirects = parse(readFileSync(`${contentDir}/redirects.yaml`, 'utf8')) as
    { from: string; to: string }[] | null;
  return (redirects ?? []).map(({ from, to }) => ({
    address: pathSegment(from),
    file: `papers/${pathSegment(to)}/index.html`,
  }));
}

describe.each(Object.values(sites))('other addresses of papers, on the $name site', (site) => {
  const papers = listPages(site).filter((file) => /^papers\/.*index\.html$/.test(file));

  test('identifiers with and without version and slugs of old lead on, in both languages', () => {
    const expected = papers.flatMap((file) => {
      const arxiv = /arXiv:(\S+)/.exec(readPage(site, file)('.lead .facts').text())?.[1] ?? '';
      const names = new Set([arxiv, arxiv.replace(/v\d+$/, '')].filter(Boolean));
      return [...names].map((address) => ({ file, address }));
    });
    expect(expected.length).toBeGreaterThan(3);
    const redirects = listRedirects(site);
    for (const { file, address } of [...expected, ...redirectsOf(site)]) {
      for (const language of ['', 'zh/']) {
        expect(redirects).toContain(`${language}papers/${address}/index.html`);
        const target = site.base + language + encodeURI(file.replace('index.html', ''));
        const page = readPage(site, `/${language}papers/${address}/`);
        expect(page('main a').attr('href')).toBe(target);
        expect(page('link[rel=canonical]').attr('href')).toBe(
          `https://papers.example.org${target}`,
        );
        // Search engines would take it to be said of the paper’s page, too.
        expect(page('meta[name=robots]').length).toBe(0);
        const refresh = load(page('noscript').html() ?? '')('meta[http-equiv=refresh]');
        expect(refresh.attr('content')).toBe(`0; url=${target}`);
      }
    }
  });
});

test('on a site whose lists agree there are no others', () => {
  const names = listRedirects(sites.root).filter((file) => !file.startsWith('zh/'));
  expect(names).toHaveLength(20);
  expect(names.every((file) => /^papers\/\d{4}\.\d{5}(v\d)?\/index\.html$/.test(file))).toBe(true);
});

test.each([
  ['an identifier with a slash', 'cs/9905014', /^Plan\*/],
  ['one with its subject class, as the list has it', 'cs.AI/9905014', /^Plan\*/],
  ['the version of the first list', '2410.00002v2', /^Q&A/],
  ['the version that only another list names', '2410.00002v1', /^Q&A/],
  ['a slug of old', 'mas-squared--a-system', /^MAS²/],
  ['one that an address can’t hold', 'old--{slug}-&--b--100-', /^A Paper without Notes/],
])('%s is an address: /papers/%s/', (_what, address, title) => {
  expect(readPage(sites.fixture, `/papers/${address}/`)('h1').text()).toMatch(title);
});

test('what is cited is the identifier that arXiv has today', () => {
  const page = readPage(sites.fixture, '/papers/plan*--two-asterisks*-and-a-(parenthesis)/');
  expect(page('.lead .facts').text()).toMatch(/arXiv:cs\/9905014\s+\[cs\.AI\]/);
  expect(page('meta[name=citation_arxiv_id]').attr('content')).toBe('cs/9905014');
  expect(page('.cite pre').first().text()).toMatch(
    /eprint = \{cs\/9905014\},[^]*doi = \{10\.48550\/arXiv\.cs\/9905014\},\s*url = \{https:\/\/arxiv\.org\/abs\/cs\/9905014\}/,
  );
});
