import { describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const origin = 'https://papers.example.org';

describe.each(Object.values(sites))('the languages of the $name site', (site) => {
  const pages = listPages(site).filter((file) => file !== '404.html');
  const address = (file: string) =>
    origin + site.base + encodeURI(file.replace(/index\.html$/, ''));
  const alternates = (file: string) => {
    const page = readPage(site, file);
    return Object.fromEntries(
      page('link[hreflang]')
        .toArray()
        .map(({ attribs }) => [attribs['hreflang'], attribs['href']]),
    );
  };

  test('each page is there in both, and each says so of the other', () => {
    const english = pages.filter((file) => !file.startsWith('zh/'));
    expect(pages).toHaveLength(english.length * 2);
    for (const file of english) {
      if (readPage(site, file)('meta[name=robots][content=noindex]').length > 0) continue;
      const pair = {
        en: address(file),
        'zh-CN': address(`zh/${file}`),
        'x-default': address(file),
      };
      expect(alternates(file)).toEqual(pair);
      expect(alternates(`zh/${file}`)).toEqual(pair);
      expect(readPage(site, `zh/${file}`)('link[rel=canonical]').attr('href')).toBe(pair['zh-CN']);
    }
  });

  test('a page keeps to its language: its own, and that of the links to other pages', () => {
    for (const file of pages) {
      const page = readPage(site, file);
      const chinese = file.startsWith('zh/');
      expect(page('html').attr('lang'), file).toBe(chinese ? 'zh-CN' : 'en');
      const strays = page(`a[href^="${site.base}"]:not([hreflang], [download], [href*="."])`)
        .toArray()
        .map(({ attribs }) => attribs['href'] ?? '')
        .filter((href) => href.startsWith(`${site.base}zh/`) !== chinese);
      expect(strays, file).toEqual([]);
    }
  });
});

test('papers keep their own language in both', () => {
  const slug = 's3--you-don-t-need-that-much-data-to-train-a-search-agent-via-rl';
  const english = readPage(sites.root, `/papers/${slug}/`);
  const chinese = readPage(sites.root, `/zh/papers/${slug}/`);
  expect(chinese('.prose').html()).toBe(english('.prose').html());
  expect(chinese('h1').attr('lang')).toBe('en');
  expect(chinese('.title-zh').attr('lang')).toBe('zh-CN');
  expect(chinese('section[lang=en] h2').text()).toBe('Abstract');
  expect(chinese('.paper-facts').text()).toContain('检索与搜索');
  expect(english('.paper-facts').text()).toContain('Retrieval and search');
});

test('the page for what is not there leads to the index in either language', () => {
  const page = readPage(sites.base, '404.html');
  expect(page('.site-header a[lang="zh-CN"]').attr('href')).toBe(`${sites.base.base}zh/`);
  expect(page('link[hreflang], a[rel=alternate]').length).toBe(0);
});
