import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import astrociteRis from 'astrocite-ris';
import { describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { listPages, readPage } from './read-site.ts';

const capo = 'capo--reinforcing-consistent-reasoning-in-medical-decision-making';
const read = ({ outDir }: Site, file: string) => readFileSync(path.join(outDir, file), 'utf8');

/** The keys of a scope's three files, which must agree. */
function keysOf(site: Site, scope: string): string[] {
  const bib = parseBibtex(read(site, `${scope}cite.bib`));
  expect(bib.errors).toEqual([]);
  const keys = bib.entries.map(({ key }) => key);
  const ris = astrociteRis.parse(read(site, `${scope}cite.ris`)).map(({ id }) => id);
  const csl = (JSON.parse(read(site, `${scope}cite.json`)) as { id: string }[]).map(({ id }) => id);
  expect(ris, scope).toEqual(keys);
  expect(csl, scope).toEqual(keys);
  return keys;
}

describe.each([sites.root, sites.base])('the files of the $name site', (site) => {
  test('cite each paper, all of them, each list and each tag', () => {
    const all = keysOf(site, '');
    expect(all).toHaveLength(10);
    expect(new Set(all).size).toBe(10);
    expect(keysOf(site, 'lists/reward-rl-medical/')).toEqual(all);
    expect(keysOf(site, `papers/${capo}/`)).toEqual(['capo2025-2506.12849']);
    const tags = readdirSync(path.join(site.outDir, 'tags'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(tags.length).toBeGreaterThan(10);
    for (const tag of tags) {
      const papers = readPage(site, `/tags/${tag}/`)('.paper-item').length;
      expect(keysOf(site, `tags/${tag}/`), tag).toHaveLength(papers);
    }
  });

  test('are what the pages link to', () => {
    for (const page of ['/', '/zh/', '/tags/reward/', `/papers/${capo}/`, `/zh/papers/${capo}/`]) {
      const links = readPage(
        site,
        page,
      )('a[download]')
        .toArray()
        .map(({ attribs }) => attribs['href'] ?? '');
      expect(links, page).toHaveLength(3);
      for (const link of links) {
        expect(link.startsWith(site.base), link).toBe(true);
        read(site, link.slice(site.base.length));
      }
    }
  });

  test('the entries by paper are those of the files', () => {
    for (const format of ['bib', 'ris', 'json']) {
      const entries = JSON.parse(read(site, `cite/${format}.json`)) as Record<string, string>;
      expect(Object.keys(entries)).toHaveLength(10);
      const text = Object.values(entries);
      expect(
        { bib: text.join('\n'), ris: text.join(''), json: `[\n${text.join(',\n')}\n]\n` }[format],
      ).toBe(read(site, `cite.${format}`));
    }
  });
});

test.each(Object.values(sites))(
  'each file of the $name site is offered for download by a page of each language',
  (site) => {
    const files = globSync('**/cite.{bib,ris,json}', { cwd: site.outDir }).sort();
    expect(files.filter((file) => file.startsWith('lists/')).length).toBeGreaterThan(2);
    for (const isChinese of [false, true]) {
      const offered = listPages(site)
        .filter((file) => file.startsWith('zh/') === isChinese)
        .flatMap((file) => readPage(site, file)('a[download]').toArray())
        .map(({ attribs }) => decodeURI(attribs['href'] ?? '').slice(site.base.length));
      expect([...new Set(offered)].sort()).toEqual(files);
    }
  },
);

test('where no authors are recorded, the boxes say so in the reader’s language', () => {
  const told = (site: Site, page: string) =>
    readPage(
      site,
      page,
    )('.no-authors')
      .toArray()
      .map((note) => readPage(site, page)(note).text());
  const none = 'Authors not recorded: add them.';
  // One for each format, of which one is shown.
  expect(told(sites.root, `/papers/${capo}/`)).toEqual([none, none, none]);
  expect(told(sites.root, '/')).toEqual([none]);
  expect(told(sites.root, '/zh/')).toEqual(['作者未收录，请自行补充。']);
  expect(told(sites.fixture, '/')).toEqual([
    'Authors not recorded for every paper: add those that are missing.',
  ]);
  for (const file of listPages(sites.fixture)) {
    const page = readPage(sites.fixture, file);
    if (page('.paper').length > 0)
      expect(page('.no-authors').length, file).toBe(page('.lead .authors').length > 0 ? 0 : 3);
  }
});

describe('a paper’s page', () => {
  const page = readPage(sites.root, `/papers/${capo}/`);
  const content = (name: string) =>
    page(`meta[name="${name}"], meta[property="${name}"]`)
      .toArray()
      .map(({ attribs }) => attribs['content']);

  test('shows the entry in each format, BibTeX first', () => {
    expect(page('.cite input:checked').attr('value')).toBe('bib');
    const entries = page('.cite pre')
      .toArray()
      .map((entry) => page(entry).text());
    expect(entries.map((entry) => entry.slice(0, 2))).toEqual(['@m', 'TY', '{\n']);
    expect(`${entries[0]}\n`).toBe(read(sites.root, `papers/${capo}/cite.bib`));
    expect(entries[2]).toContain('"date-parts": [[2025, 6]]');
  });

  test('is read by Google Scholar and Zotero, and invents no author', () => {
    expect(content('citation_title')).toEqual([
      'CAPO: Reinforcing Consistent Reasoning in Medical Decision-Making',
    ]);
    expect(content('citation_publication_date')).toEqual(['2025/06']);
    expect(content('citation_arxiv_id')).toEqual(['2506.12849']);
    expect(content('citation_pdf_url')).toEqual(['https://arxiv.org/pdf/2506.12849v1']);
    expect(content('citation_language')).toEqual(['en']);
    expect(content('citation_doi')).toEqual(['10.48550/arXiv.2506.12849']);
    expect(content('citation_abstract')).toEqual([
      expect.stringMatching(/^In medical visual question answering .*[a-z]\.$/),
    ]);
    expect(content('citation_keywords')).toEqual(
      expect.arrayContaining(['Reward', 'RL', 'Medical reasoning']),
    );
    for (const file of listPages(sites.root)) {
      expect(read(sites.root, file), file).not.toMatch(/citation_author|"author"|author = /);
    }
  });

  test('is a ScholarlyArticle', () => {
    const json = page('script[type="application/ld+json"]').text();
    expect(JSON.parse(json)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'ScholarlyArticle',
      headline: 'CAPO: Reinforcing Consistent Reasoning in Medical Decision-Making',
      alternateName: 'CAPO：强化医疗决策中的一致推理',
      datePublished: '2025-06',
      mainEntityOfPage: `https://papers.example.org/papers/${capo}/`,
      url: `https://papers.example.org/papers/${capo}/`,
      version: '1',
      abstract: content('citation_abstract')[0],
      keywords: content('citation_keywords'),
      sameAs: ['https://arxiv.org/abs/2506.12849v1', 'https://doi.org/10.48550/arXiv.2506.12849'],
    });
  });

  test('is the same article in both languages, under the name that its reader knows', () => {
    const chinese = readPage(sites.root, `/zh/papers/${capo}/`);
    const article = (document: typeof page) =>
      JSON.parse(document('script[type="application/ld+json"]').text()) as Record<string, unknown>;
    expect(article(page)['@id']).toBe(`https://papers.example.org/papers/${capo}/#${capo}`);
    expect(article(chinese)['@id']).toBe(article(page)['@id']);
    expect(article(chinese)['url']).toBe(`https://papers.example.org/zh/papers/${capo}/`);
    const titleZh = 'CAPO：强化医疗决策中的一致推理';
    expect(chinese('title').text()).toBe(`${titleZh} · 论文笔记`);
    expect(chinese('meta[property="og:title"]').attr('content')).toBe(titleZh);
    const title = 'CAPO: Reinforcing Consistent Reasoning in Medical Decision-Making';
    expect(chinese('h1').text().trim()).toBe(title);
    expect(page('title').text()).toBe(`${title} · Paper Notes`);
    expect(content('og:title')).toEqual([title]);
  });

  test('loads no more script than 5 kB, compressed', () => {
    const scripts = page('script:not([type="application/ld+json"])')
      .toArray()
      .map(({ attribs, children }) =>
        attribs['src'] ? read(sites.root, attribs['src'].slice(1)) : page(children).text(),
      );
    const box = scripts.filter((text) => text.includes('cite-box'));
    expect(box).toHaveLength(1);
    expect(gzipSync(box[0] ?? '').length).toBeLessThan(800);
    const size = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(size).toBeLessThan(5 * 1024);
  });
});

test('each page that may be found says what it is where somebody links to it', () => {
  for (const site of [sites.root, sites.base]) {
    for (const file of listPages(site)) {
      const page = readPage(site, `/${file}`);
      if (page('meta[name=robots][content=noindex]').length > 0) continue;
      const property = (name: string) => page(`meta[property="${name}"]`).attr('content');
      expect(property('og:url'), file).toBe(page('link[rel=canonical]').attr('href'));
      expect(property('og:title'), file).toBeTruthy();
      expect(property('og:description'), file).toBe(page('meta[name=description]').attr('content'));
      expect(property('og:type'), file).toBe(
        /(?:^|\/)papers\/[^/]+\/index\.html$/.test(file) ? 'article' : 'website',
      );
      const isChinese = file.startsWith('zh/');
      expect(property('og:locale'), file).toBe(isChinese ? 'zh_CN' : 'en_US');
      expect(page('meta[name="twitter:card"]').length, file).toBe(1);
    }
  }
});

describe('the fixture library, whose metadata was fetched', () => {
  const site = sites.fixture;
  const pageOf = (start: string, language = '') =>
    readPage(
      site,
      `/${listPages(site).find((file) => file.startsWith(`${language}papers/${start}`))}`,
    );

  test('names the authors on the page, in the list, in the tags and in the citations', () => {
    const page = pageOf('grasping');
    expect(page('.lead .authors').text().replace(/\s+/g, ' ').trim()).toBe(
      'Authors: Jane Q. Doe, Ludwig van Beispiel, Smith & Sons </script>, Wei Zhang, 张三',
    );
    expect(page('.lead .facts').text().replace(/\s+/g, ' ')).toContain(
      'arXiv:2412.00001v3 [cs.RO]',
    );
    expect(page('.lead .facts a').attr('href')).toBe('https://doi.org/10.1000/grasp_(1)');
    expect(
      page('meta[name=citation_author]')
        .toArray()
        .map(({ attribs }) => attribs['content']),
    ).toEqual([
      'Doe, Jane Q.',
      'van Beispiel, Ludwig',
      'Smith & Sons </script>',
      'Zhang, Wei',
      '张三',
    ]);
    expect(page('meta[property="article:published_time"]').attr('content')).toBe('2024-12-05');
    expect(
      readPage(site, '/')('.paper-item .authors').first().text().replace(/\s+/g, ' '),
    ).toContain('Smith & Sons </script> and 2 more');
    expect(pageOf('grasping', 'zh/')('.cite pre').first().text()).toContain(
      'author = {Doe, Jane Q. and van Beispiel, Ludwig and ',
    );
  });

  test('cites the preprint, and says where it was published without its being that', () => {
    const page = pageOf('grasping');
    expect(page('meta[name=citation_doi]').attr('content')).toBe('10.48550/arXiv.2412.00001');
    const article = page('script[type="application/ld+json"]').text();
    expect(article).not.toContain('10.1000');
    const published =
      'Journal of Examples \\& Tests 1 (2025) 2-3, https://doi.org/10.1000/grasp\\_(1)';
    expect(page('.cite pre').first().text()).toContain(`Published in: ${published}`);
    expect(read(site, 'cite.ris')).toContain('TT  - 抓取万物：让机器人学会用工具');
  });

  test('no title has what nobody sees; notes keep it, and emoji their joiners', () => {
    const invisible = /[\u200B\u202A-\u202E\u2066-\u2069]/u;
    const source = readFileSync('tests/fixtures/library/lists/third.md', 'utf8');
    expect(source).toMatch(invisible);
    for (const file of ['papers.json', 'cite.bib', 'cite.ris', 'cite.json', 'llms.txt'])
      expect(read(site, file), file).not.toMatch(invisible);
    for (const language of ['', 'zh/']) {
      const page = pageOf('why', language);
      const head = ['title', 'h1', '.title-zh', '.cite'].map((part) => page(part).text());
      const metas = page('meta[content]')
        .toArray()
        .map(({ attribs }) => attribs['content']);
      expect([...head, ...metas].join('\n')).not.toMatch(invisible);
      expect(page('.title-zh').text()).toContain('👩\u200D🔬');
      expect(page('.prose').text()).toContain('👩\u200D🔬，零宽\u200B空格');
    }
    expect(readPage(site, '/lists/third/')('h1').text()).not.toMatch(invisible);
  });

  test('nothing in a name or a title ends a script', () => {
    const page = pageOf('grasping');
    const json = page('script[type="application/ld+json"]');
    expect(json).toHaveLength(1);
    expect(JSON.parse(json.text())).toMatchObject({
      headline: 'Grasping {Objects} & <Tools>: 100% of "Everything", in C++',
      author: [
        { '@type': 'Person', name: 'Jane Q. Doe' },
        { '@type': 'Person', name: 'Ludwig van Beispiel' },
        { '@type': 'Organization', name: 'Smith & Sons </script>' },
        { '@type': 'Person', name: 'Wei Zhang' },
        { '@type': 'Person', name: '张三' },
      ],
    });
  });

  test('a paper that arXiv knows under another title goes without', () => {
    expect(pageOf('a-paper-without-notes')('.authors, meta[name=citation_author]').length).toBe(0);
    expect(read(site, 'cite.bib')).not.toContain('Nobody');
  });

  test('its files hold all its papers, hostile titles and all', () => {
    const entries = (list: string) =>
      readFileSync(`tests/fixtures/library/lists/${list}.md`, 'utf8').match(/^- \[/gm)?.length;
    expect(keysOf(site, '')).toHaveLength(readPage(site, '/')('.paper-item').length);
    expect(keysOf(site, 'lists/kitchen-sink/')).toHaveLength(entries('kitchen-sink') ?? 0);
    expect(keysOf(site, 'lists/second/')).toHaveLength(entries('second') ?? 0);
  });
});
