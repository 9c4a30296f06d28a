import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Opens the search page with a query and waits for its answer. */
async function searchFor(page: Page, url: string, query: string): Promise<string[]> {
  await page.goto(`${url}search/?q=${encodeURIComponent(query)}`);
  return results(page);
}

/** Waits until the status line has settled, then reads the addresses of the results. */
async function results(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    /\d|No /.test(document.querySelector('[role=status]')?.textContent ?? ''),
  );
  return page
    .locator('.search-results > li h2 a')
    .evaluateAll((links) =>
      links.map(
        (link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-2) ?? '',
      ),
    );
}

describe.each([sites.root, sites.base])('on the $name site', (site) => {
  test.each<[string, string[]]>([
    ['GRPO', ['toward-effective-reinforcement-learning']],
    ['reward', ['toward-effective', 's3--you-don-t', 'capo--']],
    ['skin disease', ['doctor-approved--']],
    ['强化学习', ['doctoragent-rl--', 'rarl--', 's3--']],
    ['医疗视觉问答', ['toward-effective', 'capo--']],
    ['皮肤病', ['doctor-approved--']],
  ])('%s finds its papers', async (query, expected) => {
    await using server = await serveSite(site);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    const found = await searchFor(page, server.url, query);
    for (const slug of expected)
      expect(
        found.some((hit) => hit.startsWith(slug)),
        `${slug} in ${found}`,
      ).toBe(true);
    expect(await page.locator('.search-results mark').count()).toBeGreaterThan(0);
    // A result is a link to a page that exists.
    await page.locator('.search-results h2 a').first().click();
    await page.waitForSelector('article, main h1[id]');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

describe('the search page', () => {
  test('answers as one types, and keeps the query in the address', async () => {
    await using server = await serveSite(sites.root);
    const page = await browser.newPage();
    await page.goto(`${server.url}search/`);
    await page.getByRole('searchbox').pressSequentially('皮肤病', { delay: 20 });
    expect(await results(page)).toEqual([expect.stringContaining('doctor-approved')]);
    expect(new URL(page.url()).searchParams.get('q')).toBe('皮肤病');
    await page.close();
  });

  test.each([
    'qqqqzzzz',
    '火星葡萄园',
    '%',
    '"',
    '<img src=x onerror=alert(1)>',
    '😀',
    'x'.repeat(2000),
  ])('says so when nothing matches: %s', async (query) => {
    await using server = await serveSite(sites.root);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    expect(await searchFor(page, server.url, query)).toEqual([]);
    expect(await page.locator('[role=status]').textContent()).toMatch(/^No /);
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('says so when the index is missing', async () => {
    await using server = await serveSite(sites.root);
    const page = await browser.newPage();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${server.url}search/?q=GRPO`);
    await expect.poll(() => page.locator('[role=status]').textContent()).toMatch(/search/i);
    expect(await page.locator('.search-results > li').count()).toBe(0);
    await page.close();
  });

  test('explains itself without JavaScript', async () => {
    await using server = await serveSite(sites.root);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}search/?q=GRPO`);
    expect(await page.locator('main').textContent()).toMatch(/JavaScript/);
    await context.close();
  });
});
