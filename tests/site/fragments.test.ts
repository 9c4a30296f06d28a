/** Every fragment that worked in a list as a README on GitHub, held against the built pages. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
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
