import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages, listRedirects, readPage } from './read-site.ts';

describe.each(Object.values(sites))('addresses by arXiv identifier, on the $name site', (site) => {
  const papers = listPages(site).filter((file) => /^papers\/.*index\.html$/.test(file));

  test('lead to each paper of arXiv, with and without version, in both languages', () => {
    const expected = papers.flatMap((file) => {
      const page = readPage(site, file);
      const arxiv = /arXiv:(\S+)/.exec(page('.lead .facts').text())?.[1];
      return arxiv === undefined ? [] : [{ file, arxiv }];
    });
    expect(expected.length).toBeGreaterThan(1);
    const addresses = new Set<string>();
    for (const { file, arxiv } of expected) {
      for (const address of [arxiv, arxiv.replace(/v\d+$/, '')]) {
        addresses.add(`papers/${address}/index.html`);
        for (const language of ['', 'zh/']) {
          const target = site.base + language + encodeURI(file.replace('index.html', ''));
          const page = readPage(site, `/${language}papers/${address}/`);
          expect(page('main a').attr('href')).toBe(target);
          expect(page('link[rel=canonical]').attr('href')).toBe(
            `https://papers.example.org${target}`,
          );
          expect(page('meta[name=robots]').attr('content')).toBe('noindex');
          const refresh = load(page('noscript').html() ?? '')('meta[http-equiv=refresh]');
          expect(refresh.attr('content')).toBe(`0; url=${target}`);
        }
      }
    }
    expect(listRedirects(site).filter((file) => !file.startsWith('zh/'))).toEqual(
      [...addresses].sort(),
    );
  });
});

test('identifiers of the old style, with their slash, are among them', () => {
  const page = readPage(sites.fixture, '/papers/cs/9905014/');
  expect(page('h1').text()).toBe('Plan*: Two Asterisks* and a (Parenthesis)');
});
