/** Every fragment that worked in a list as a README on GitHub, held against the built pages. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CheerioAPI } from 'cheerio';
import { describe, expect, test } from 'vitest';
import {
  listAnchorsSchema,
  type Anchor,
  type ListAnchors,
} from '../../src/papers/anchors/schema.ts';
import { readSettings } from '../../src/settings.ts';
import { sites, type Site } from '../build-sites.ts';
import { gitHubIds, indexSlugs } from './github-ids.ts';
import { readPage } from './read-site.ts';

interface FragmentPage {
  page: string;
  ids: Record<string, string[]>;
}

const isTwice = (id: string, index: number, ids: string[]) => ids.indexOf(id) !== index;

/** The lists of a site, as received and as repaired. */
function listsOf({ contentDir = 'content' }: Site) {
  return globSync(`${contentDir}/lists/*.md`)
    .sort()
    .map((file) => {
      const received = readFileSync(file, 'utf8');
      const { stdout, status } = spawnSync(process.execPath, ['scripts/repair.ts', file], {
        encoding: 'utf8',
      });
      expect(status).toBe(0);
      const ids = [gitHubIds(stdout), gitHubIds(received), indexSlugs(received)];
      return { id: path.basename(file, '.md'), received, repaired: stdout, ids };
    });
}

function idsOf(site: Site, address: string): Set<string | undefined> {
  const document = readPage(site, address);
  const ids = document('[id]')
    .toArray()
    .map(({ attribs }) => attribs['id'] ?? '');
  expect(ids.filter(isTwice), address).toEqual([]);
  return new Set(ids);
}

function fragmentsOf({ outDir }: Site): FragmentPage[] {
  return JSON.parse(readFileSync(path.join(outDir, 'fragments.json'), 'utf8')) as FragmentPage[];
}

describe.each(Object.values(sites))('the fragments of the $name site', (site) => {
  const lists = listsOf(site);

  test('are ids of the list’s page, repaired, damaged, as the index links to them, and with GitHub’s prefix', () => {
    expect(lists.length).toBeGreaterThan(0);
    for (const { id, ids } of lists) {
      expect(ids[0]?.length).toBeGreaterThan(2);
      for (const language of ['', 'zh/']) {
        const present = idsOf(site, `/${language}lists/${id}/`);
        for (const fragment of ids.flat()) {
          expect(present, `#${fragment}`).toContain(fragment);
          expect(present, `#user-content-${fragment}`).toContain(`user-content-${fragment}`);
        }
      }
    }
  });

  test('stand in the list’s page at the headings that they name, each with those of its paper', () => {
    for (const { id, received, ids } of lists) {
      const page = readPage(site, `/lists/${id}/`);
      const places = new Map(
        page('[id]')
          .toArray()
          .map((element) => [element.attribs['id'] ?? '', page(element)]),
      );
      for (const slug of indexSlugs(received)) {
        expect(places.get(slug)?.closest('h3').length, slug).toBe(1);
      }
      for (const forms of ids.slice(0, 2)) {
        // The list's own headings are in none.
        let paper: string | undefined = '';
        for (const fragment of forms) {
          const place = places.get(fragment);
          const title = place?.closest('article').find('h3').text();
          if (place?.closest('h3').length === 1) paper = title;
          expect(title, fragment).toBe(paper);
        }
      }
      for (const fragment of ids[0]?.filter((name) => /^abstract(-\d+)?$/.test(name)) ?? []) {
        expect(places.get(fragment)?.text()).toBe('Abstract');
      }
    }
  });

  test('are all known to the index, which sends each to an id of a page', () => {
    const map = fragmentsOf(site);
    const known = map.flatMap(({ ids }) => Object.values(ids).flat());
    expect(known.filter(isTwice)).toEqual([]);
    expect(known).toEqual(expect.arrayContaining(lists.flatMap(({ ids }) => ids.flat())));
    for (const { page, ids } of map) {
      for (const language of ['', 'zh/']) {
        const present = idsOf(site, `/${language}${page}`);
        for (const target of Object.keys(ids)) expect(present, page).toContain(target);
      }
    }
  });
});

/** What generate.ts worked out for each list of a site, in the order of the lists. */
function anchorsOf({ contentDir = 'content' }: Site): ListAnchors[] {
  const { papersDir } = readSettings({ CONTENT_DIR: contentDir });
  return globSync('*.anchors.json', { cwd: papersDir })
    .sort()
    .map((file) =>
      listAnchorsSchema.parse(JSON.parse(readFileSync(path.join(papersDir, file), 'utf8'))),
    );
}

/** The heading of a part of a page that an anchor is about: the paper's own, `title`, or one of its text. */
function placeIn(page: CheerioAPI, part: Part, title: string, { heading }: Anchor) {
  if (heading === undefined) return part.find(title)[0];
  return part
    .find('.prose :is(h1, h2, h3, h4, h5, h6)')
    .filter((_, element) => page(element).closest('[data-footnotes]').length === 0)[heading];
}
type Part = ReturnType<CheerioAPI>;

/** The heading that an id is of, or stands in. */
function headingOf(page: CheerioAPI, id: string) {
  return page('[id]')
    .filter((_, { attribs }) => attribs['id'] === id)
    .closest('h1, h2, h3, h4, h5, h6')[0];
}

describe.each(Object.values(sites))('every key of the maps of the $name site', (site) => {
  const lists = anchorsOf(site);
  const keys = lists.flatMap(({ anchors }) => anchors.flatMap(({ ids }) => ids));
  const pages = new Map<string, CheerioAPI>();
  const pageOf = (address: string) => {
    const page = pages.get(address) ?? readPage(site, address);
    pages.set(address, page);
    return page;
  };

  test.each(['', 'zh/'])('is at its place on the list’s page, beneath /%s', (language) => {
    expect(keys.length).toBeGreaterThan(20);
    for (const { id, anchors } of lists) {
      const page = pageOf(`/${language}lists/${id}/`);
      for (const anchor of anchors) {
        const { paper, notes, ids } = anchor;
        const href = `${site.base}${language}papers/${encodeURI(paper ?? '')}/`;
        const article = page('article').filter(
          (_, element) => page(element).find('h3 a').attr('href') === href,
        );
        expect(article.length, paper).toBe(paper === undefined ? 0 : 1);
        const place =
          paper === undefined
            ? page(notes ? '.notes > h2' : 'h1')[0]
            : placeIn(page, article, 'h3', anchor);
        expect(place, `${id}: ${JSON.stringify(anchor)}`).toBeDefined();
        for (const key of ids) {
          expect(headingOf(page, key), `${id}#${key}`).toBe(place);
          expect(headingOf(page, `user-content-${key}`), `${id}#user-content-${key}`).toBe(place);
        }
      }
    }
  });

  test.each(['', 'zh/'])('is sent by the index to its place, beneath /%s', (language) => {
    const targets = new Map(
      fragmentsOf(site).flatMap(({ page, ids }) =>
        Object.entries(ids).flatMap(([id, fragments]) =>
          fragments.map((fragment) => [fragment, { page, id }] as const),
        ),
      ),
    );
    const seen = new Set<string>();
    for (const { id: list, anchors } of lists) {
      for (const anchor of anchors) {
        const fresh = anchor.ids.filter((key) => !seen.has(key));
        for (const key of fresh) {
          seen.add(key);
          const target = targets.get(key);
          const address = anchor.paper ? `papers/${encodeURI(anchor.paper)}/` : `lists/${list}/`;
          expect(target?.page, key).toBe(address);
          const page = pageOf(`/${language}${address}`);
          const place = anchor.paper
            ? placeIn(page, page('main'), 'h1', anchor)
            : page(anchor.notes ? '.notes > h2' : 'h1')[0];
          expect(headingOf(page, target?.id ?? ''), `${list}#${key}`).toBe(place);
        }
      }
    }
  });
});

test('where a list’s own links differ from GitHub’s ids, both are there', () => {
  const differing = listsOf(sites.fixture).flatMap(({ id: list, received, ids: [onGitHub] }) =>
    indexSlugs(received)
      .map((slug) => ({ list, slug, id: gitHubIds(`## ${slug}`)[0] ?? '' }))
      .filter(({ slug, id }) => id !== slug && onGitHub?.includes(id)),
  );
  // What is left by a generator that replaces , : . ? " and ' in titles, and nothing else.
  for (const sign of '&+$^!();@/')
    expect(differing.filter(({ slug }) => slug.includes(sign)).length, sign).toBeGreaterThan(0);
  for (const site of [sites.fixture, sites.fixtureBase]) {
    const known = fragmentsOf(site).flatMap(({ ids }) => Object.values(ids).flat());
    for (const { list, slug, id } of differing) {
      const page = readPage(site, `/lists/${list}/`);
      const heading = headingOf(page, slug);
      expect(page(heading).is('article h3'), slug).toBe(true);
      expect(headingOf(page, id), id).toBe(heading);
      expect(known).toEqual(expect.arrayContaining([slug, id]));
      expect(idsOf(site, '/')).toContain(slug);
    }
  }
});

test('this list’s fragments are those that readers have', () => {
  const map = fragmentsOf(sites.root);
  const known = new Set(map.flatMap(({ ids }) => Object.values(ids).flat()));
  const numbered = (id: string) => Array.from({ length: 9 }, (_, index) => `${id}-${index + 1}`);
  for (const fragment of [
    'tldrnotes',
    'paper-list-of-termsrewardrlmedical',
    'capo--reinforcing-consistent-reasoning-in-medical-decision-making',
    'abstract',
    ...numbered('abstract'),
    '-背景痛点本文动机',
    ...numbered('-背景痛点本文动机'),
    // The same, as the damaged list had it.
    'ğÿœ-èƒœæççæœæåšæœº',
    ...numbered('ğÿœ-èƒœæççæœæåšæœº'),
  ]) {
    expect(known).toContain(fragment);
  }
  expect(known.size).toBeGreaterThan(110);
});

test('where two lists have a fragment, the first list’s is meant, and the address of the other says so', () => {
  const target = fragmentsOf(sites.fixture).find(({ ids }) =>
    ids['abstract']?.includes('abstract'),
  );
  expect(target?.page).toMatch(/^papers\/grasping/);
  const second = readPage(sites.fixture, '/lists/second/');
  expect(second('[id="abstract"]').closest('article').find('h3').text()).toMatch(/^\s*MAS/);
});

test('links of notes into the list lead to its page from the paper’s own', () => {
  const paper = readPage(sites.fixture, '/papers/q&a-+-rl;-safe-sound-@-scale!-(revisited)/');
  expect(paper('.prose a:contains("上面一节")').attr('href')).toBe(
    '../../lists/second/#abstract-1',
  );
});

test('where another list shows the notes, their links lead to the list that they are of', () => {
  const href = (list: string) =>
    readPage(
      sites.fixtureBase,
      `/zh/lists/${list}/`,
    )('article a:contains("上面一节")').attr('href');
  expect(href('third')).toBe('../second/#abstract-1');
  expect(href('second')).toBe('#abstract-1');
});

test('a slug of old leads from the index to the paper that stands for it', () => {
  const moved = fragmentsOf(sites.fixture).find(({ ids }) =>
    Object.values(ids).flat().includes('mas-squared--a-system'),
  );
  expect(decodeURI(moved?.page ?? '')).toBe('papers/mas$^2$--self-rectifying-systems/');
  expect(moved?.ids['mas$^2$--self-rectifying-systems']).toContain('mas-squared--a-system');
});
