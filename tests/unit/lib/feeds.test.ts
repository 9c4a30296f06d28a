import { expect, test, vi } from 'vitest';
import { countPages } from '../../../src/lib/feed-pages.ts';
import { buildFeed } from '../../../src/lib/feeds.ts';
import type { Library } from '../../../src/lib/library.ts';
import type { Paper } from '../../../src/lib/papers.ts';

vi.stubEnv('SITE', 'https://papers.example.org');

const papers = Array.from({ length: 250 }, (_, index) => ({
  id: `p${index}`,
  segment: `p${index}`,
  title: `T${index}`,
  date: '2025-06',
  links: {},
  lists: [{ id: 'l', title: 'L', position: index + 1 }],
  terms: [],
  topics: [],
  ...(index === 240 ? { changed: '2025-07-02T10:00:00+02:00' } : {}),
})) as unknown as Paper[];
const tag = { id: 'rl', name: 'RL', isTerm: true, isTopic: false, papers: papers.slice(0, 101) };
const library: Library = { papers, topics: [], tags: [tag], entries: new Map(), redirects: [] };

test.each(['xml', 'json'] as const)(
  'the pages of a long feed lead through all papers: %s',
  async (format) => {
    const seen: string[] = [];
    let address: string | undefined = `https://papers.example.org/zh/feed.${format}`;
    for (let page = 1; address !== undefined; page++) {
      const feed = await buildFeed(library, { language: 'zh' }, page);
      expect(feed.pages[format].self).toBe(address);
      expect(feed.items.length).toBeLessThanOrEqual(100);
      expect(feed.items.every(({ html }) => html !== undefined)).toBe(true);
      seen.push(...feed.items.map(({ id }) => id));
      address = feed.pages[format].next;
      if (address === undefined) expect(page).toBe(countPages(papers));
    }
    expect(seen).toEqual(papers.map(({ id }) => id));
  },
);

test('a tag’s feed tells summaries past its first page', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map((page) => buildFeed(library, { language: 'en', tag }, page)),
  );
  expect(first?.pages.json.next).toBe('https://papers.example.org/tags/rl/feed/2.json');
  expect(first?.items.every(({ html }) => html !== undefined)).toBe(true);
  expect(second?.items.map(({ id, html, summary }) => [id, html, summary])).toEqual([
    ['p100', undefined, 'T100'],
  ]);
});

test('a feed changed when the last of its papers did; one of no papers has a page all the same', async () => {
  const all = await buildFeed(library, { language: 'en' });
  expect(all.changed).toEqual(new Date('2025-07-02T08:00:00Z'));
  expect(await buildFeed(library, { language: 'en', tag })).not.toHaveProperty('changed');
  expect(countPages([])).toBe(1);
});
