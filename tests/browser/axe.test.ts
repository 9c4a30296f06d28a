import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites, type Site } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { listPages } from '../site/read-site.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** One page of each kind in each language: kinds are told apart by folder, so that a new one is in by itself. */
function onePageOfEachKind(site: Site): string[] {
  const kinds = new Map<string, string>();
  for (const file of listPages(site)) {
    const kind = file.replace(/^((?:zh\/)?[^/]+\/)[^/]+\/(?=index\.html)/, (all, folder: string) =>
      /^(?:zh\/)?zh\//.test(all) || folder === 'zh/' ? all : `${folder}*/`,
    );
    if (!kinds.has(kind)) kinds.set(kind, file);
  }
  return [...kinds.values()];
}

/** Everything that axe knows, the strictest contrast (7:1) and the size of targets included. */
async function complaints(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({
      resultTypes: ['violations'],
      rules: { 'color-contrast-enhanced': { enabled: true }, 'target-size': { enabled: true } },
    })
    // There are no frames: this saves a tab for each run.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

/** Half of what could be combined: each language in both themes and sizes, each theme in both sizes. */
const looks = [
  { name: 'English, light, desktop', prefix: '', colorScheme: 'light', viewport: desktop },
  { name: 'English, dark, phone', prefix: '', colorScheme: 'dark', viewport: phone },
  { name: 'Chinese, dark, desktop', prefix: 'zh/', colorScheme: 'dark', viewport: desktop },
  { name: 'Chinese, light, phone', prefix: 'zh/', colorScheme: 'light', viewport: phone },
] as const;

const kinds = onePageOfEachKind(sites.root);
const isChinese = (file: string) => file.startsWith('zh/');

test('there is a page of each kind to look at', () => {
  for (const kind of ['index.html', 'search/', 'tags/', 'repair/', 'stats/', 'lists/', 'papers/'])
    for (const prefix of ['', 'zh/'])
      expect(
        kinds.some((file) => file.startsWith(prefix + kind)),
        prefix + kind,
      ).toBe(true);
});

describe.each(looks)('axe finds nothing: $name', ({ prefix, colorScheme, viewport }) => {
  const files = kinds.filter((file) => isChinese(file) === (prefix === 'zh/'));

  async function open(site: Site, visit: (page: Page, url: string) => Promise<void>) {
    await using server = await serveSite(site);
    const context = await browser.newContext({ colorScheme, viewport, reducedMotion: 'reduce' });
    await visit(await context.newPage(), server.url);
    await context.close();
  }
  const address = (file: string) => encodeURI(file.replace(/index\.html$/, ''));

  test.each(files)('on %s', async (file) => {
    await open(sites.root, async (page, url) => {
      await page.goto(url + address(file));
      expect(await complaints(page)).toEqual([]);
    });
  });

  test('on papers with tables, code, formulas and nothing at all', async () => {
    const papers = listPages(sites.fixture).filter((file) =>
      new RegExp(`^${prefix}papers/[^/]+/index`).test(file),
    );
    expect(papers.length).toBeGreaterThanOrEqual(5);
    await open(sites.fixture, async (page, url) => {
      for (const file of papers) {
        await page.goto(url + address(file));
        expect(await complaints(page), file).toEqual([]);
      }
    });
  });

  test('on search results, and where there are none', async () => {
    await open(sites.root, async (page, url) => {
      await page.goto(`${url}${prefix}search/?q=reward`);
      await page.locator('.search-result').first().waitFor();
      expect(await complaints(page)).toEqual([]);
      await page.goto(`${url}${prefix}search/?q=zzzzqqq`);
      await page.waitForLoadState('networkidle');
      expect(await complaints(page)).toEqual([]);
    });
  });

  test('on a paper whose restored characters are marked', async () => {
    await open(sites.root, async (page, url) => {
      const file = files.find((name) => name.startsWith(`${prefix}papers/`)) ?? '';
      await page.goto(url + address(file));
      await page.getByRole('switch').first().check();
      const mark = page.locator('.prose mark').first();
      await mark.waitFor();
      await mark.focus();
      expect(await complaints(page)).toEqual([]);
    });
  });
});
