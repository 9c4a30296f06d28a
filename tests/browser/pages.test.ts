import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { listPages } from '../site/read-site.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const slug = 's3--you-don-t-need-that-much-data-to-train-a-search-agent-via-rl';

describe.each([sites.root, sites.base])('anchors of the $name site', (site) => {
  test('/#slug scrolls to the entry, its TLDR/Notes link opens the notes at their title', async () => {
    await using server = await serveSite(site);
    const page = await browser.newPage({ viewport: { width: 1280, height: 500 } });
    const complaints = watchPage(page);
    await page.goto(`${server.url}#${slug}`);
    const entry = page.locator(`[id="${slug}"]`);
    await expect.poll(async () => (await entry.boundingBox())?.y ?? 1e6).toBeLessThan(250);
    await entry.getByRole('link', { name: /TLDR/ }).click();
    await page.waitForURL(`${server.url}papers/${slug}/#${slug}`);
    expect(await page.locator('h1:target').textContent()).toContain('s3: You Don');
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('a fragment with characters that addresses escape lands, too', async () => {
  await using server = await serveSite(sites.fixture);
  const page = await browser.newPage();
  await page.goto(server.url);
  for (const id of [
    'grasping-{objects}-&-<tools>--100%-of--everything---in-c++',
    'mas$^2$--self-rectifying-systems',
    'plan*--two-asterisks*-and-a-(parenthesis)',
    '一篇只有中文标题的论文',
  ]) {
    await page.goto(server.url);
    await page.locator(`[id="${id}"]`).getByRole('link', { name: /TLDR/ }).click();
    await page.waitForLoadState();
    expect(await page.locator('h1:target').getAttribute('id')).toBe(id);
  }
  await page.close();
});

test.each([sites.root, sites.fixture])(
  'no page of the $name site scrolls sideways, complains or asks another host, light or dark',
  async (site) => {
    await using server = await serveSite(site);
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({
        colorScheme,
        viewport: { width: 320, height: 640 },
      });
      const page = await context.newPage();
      const complaints = watchPage(page);
      const backgrounds = new Set<string>();
      for (const file of listPages(site)) {
        await page.goto(server.url + file.split('/').map(encodeURI).join('/'));
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(width, file).toBeLessThanOrEqual(320);
        backgrounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
      }
      expect(complaints).toEqual([]);
      expect(backgrounds.size).toBe(1);
      await context.close();
    }
  },
);

test('the index reads without JavaScript, and its search form leads to the search page', async () => {
  await using server = await serveSite(sites.root);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url);
  expect(await page.getByRole('link', { name: /TLDR/ }).count()).toBe(10);
  await page.getByRole('searchbox').first().fill('GRPO');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\/\?q=GRPO/);
  await context.close();
});
