/** What the search leans on and Pagefind's documentation leaves out. See src/search/pagefind-index.ts. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser } from './browser.ts';

interface Found {
  [query: string]: { words: number[]; text: string }[];
}

test('any language but Chinese opens the Chinese index, and leaves the query as it is', async () => {
  await using server = await serveSite(sites.root);
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`${server.url}search/`);
  const queries = ['强化', '"强化"', '"化学"', '"reward"', '"rewar"', 'rewar', 'qqqqzzzz'];
  const ask = (language: string) =>
    page.evaluate(
      async ([lang, asked]) => {
        document.documentElement.lang = lang as string;
        const address = '/pagefind/pagefind.js';
        const { createInstance } = (await import(address)) as {
          createInstance(options: object): {
            search(term: string): Promise<{
              results: { words: number[]; data(): Promise<{ raw_content: string }> }[];
            }>;
          };
        };
        const instance = createInstance({});
        const answers: Found = {};
        for (const query of asked as string[]) {
          const { results } = await instance.search(query);
          answers[query] = await Promise.all(
            results.map(async ({ words, data }) => ({ words, text: (await data()).raw_content })),
          );
        }
        return answers;
      },
      [language, queries] as const,
    );
  const found = await ask('en');
  await browser.close();

  // A pair finds what holds it, a pair across two words as well.
  expect(found['"强化"']?.length).toBeGreaterThan(5);
  expect(found['"化学"']?.length).toBeGreaterThan(5);
  // Quoted: the word itself, once for each page. Not quoted: all positions, those of longer words among them.
  expect(found['"rewar"']).toEqual([]);
  expect(found['"reward"']?.every(({ words }) => words.length === 1)).toBe(true);
  expect(found['rewar']?.some(({ words }) => words.length > 1)).toBe(true);
  // Positions count the pieces between zero-width spaces.
  for (const { words, text } of found['"强化"'] ?? []) {
    expect(text.split('\u200B')[words[0] ?? -1]).toMatch(/强化/);
  }
  for (const { words, text } of found['rewar'] ?? []) {
    for (const word of words) expect(text.split('\u200B')[word]?.toLowerCase()).toContain('rewar');
  }
});

test('the version is pinned', async () => {
  const { dependencies } = JSON.parse(await readFile('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
  };
  expect(dependencies['pagefind']).toMatch(/^\d+\.\d+\.\d+$/);
});
