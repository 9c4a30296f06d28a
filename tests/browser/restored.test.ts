import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const slug = 'capo--reinforcing-consistent-reasoning-in-medical-decision-making';
const { gaps } = JSON.parse(readFileSync(`content/papers/${slug}.repair.json`, 'utf8')) as {
  gaps: { at?: number; chosen: string; received: string; rivals: string }[];
};
const address = (url: string) => `${url}papers/${slug}/`;
const textOf = (page: Page) => page.locator('.prose').evaluate((text) => text.textContent);
const tip = '.restored-tip:not([hidden])';

async function switchOn(page: Page): Promise<void> {
  await page.getByRole('switch').check();
  await page.waitForSelector('mark.restored');
}

test.each([sites.root, sites.base])(
  'the switch marks the restored characters of the $name site, and leaves the text as it is',
  async (site) => {
    await using server = await serveSite(site);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    const records: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('repair.json')) records.push(request.url());
    });
    await page.goto(address(server.url));
    const before = await textOf(page);
    expect(await page.locator('mark').count()).toBe(0);
    expect(records, 'nothing is loaded while the switch is off').toEqual([]);
    await switchOn(page);
    expect(await page.locator('.prose mark').allTextContents()).toEqual(
      gaps.filter(({ at }) => at !== undefined).map(({ chosen }) => chosen),
    );
    expect(await textOf(page)).toBe(before);
    await page.getByRole('switch').uncheck();
    expect(await page.locator('.prose mark').count()).toBe(0);
    expect(await textOf(page)).toBe(before);
    expect(complaints).toEqual([]);
    await page.close();
  },
);

test('marking moves nothing, and is remembered from page to page', async () => {
  await using server = await serveSite(sites.root);
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address(server.url));
  const sizes = () =>
    page.locator('.prose :is(p, li, h2, h3)').evaluateAll((all) =>
      all.map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        return [x, y + scrollY, width, height].map(Math.round);
      }),
    );
  const before = await sizes();
  await switchOn(page);
  expect(await sizes()).toEqual(before);
  await page.reload();
  await page.waitForSelector('mark.restored');
  expect(await page.getByRole('switch').isChecked()).toBe(true);
  expect(await sizes()).toEqual(before);
  await page.getByRole('link', { name: /^Next/ }).click();
  await page.waitForSelector('h1:not(:has-text("CAPO"))');
  await page.waitForSelector('mark.restored');
  await page.getByRole('switch').uncheck();
  await page.reload();
  expect(await page.getByRole('switch').isChecked()).toBe(false);
  await context.close();
});

test('pointing at a mark tells what was received and what else it could be', async () => {
  await using server = await serveSite(sites.root);
  const page = await browser.newPage();
  await page.goto(address(server.url));
  await switchOn(page);
  const { received, rivals } = gaps[1] ?? { received: '', rivals: '' };
  await page.locator('mark').nth(1).hover();
  const told = await page.locator(tip).textContent();
  expect(told).toContain(received);
  expect(told).toContain([...rivals].join(' '));
  // The pointer may go into the box without losing it.
  await page.locator(tip).hover();
  await page.waitForTimeout(400);
  expect(await page.locator(tip).count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await page.locator(tip).count()).toBe(0);
  await page.locator('mark').nth(3).hover();
  await page.waitForSelector(tip);
  await page.mouse.move(0, 0);
  await expect.poll(() => page.locator(tip).count()).toBe(0);
  await page.close();
});

test('the keyboard reaches each mark, and a screen reader hears its description', async () => {
  await using server = await serveSite(sites.root);
  const page = await browser.newPage();
  await page.goto(address(server.url));
  await page.locator('restored-text').evaluate((element) => {
    element.dataset['repository'] = 'owner/name';
  });
  await switchOn(page);
  const focused = () =>
    page.evaluate(() => {
      const { activeElement } = document;
      const box = document.getElementById(activeElement?.getAttribute('aria-describedby') ?? '');
      return [activeElement?.textContent, box && !box.hidden ? box.textContent : ''];
    });
  await page.getByRole('switch').focus();
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement?.matches('mark'))) break;
  }
  for (const { chosen, received } of gaps.slice(0, 3)) {
    expect(await focused()).toEqual([chosen, expect.stringContaining(received)]);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('ArrowLeft');
  expect((await focused())[0]).toBe(gaps[2]?.chosen);
  await page.keyboard.press('Enter');
  const href = await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href);
  const report = new URL(href);
  expect(report.pathname).toBe('/owner/name/issues/new');
  expect(report.searchParams.get('text')).toContain(`【${gaps[2]?.chosen}】`);
  await page.keyboard.press('Escape');
  expect(await focused()).toEqual([gaps[2]?.chosen, '']);
  // One stop: the next Tab leaves the marks.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.matches('mark'))).toBe(false);
  await page.close();
});

test('a record that is missing or of another text marks nothing and says so', async () => {
  await using server = await serveSite(sites.root);
  for (const body of ['{', JSON.stringify({ rulings: [], gaps: [{ at: 3, chosen: '龘' }] })]) {
    const page = await browser.newPage();
    await page.route('**/repair.json', (route) => route.fulfill({ body }));
    await page.goto(address(server.url));
    await page.getByRole('switch').check();
    await expect
      .poll(() => page.locator('restored-text [role=status]').textContent())
      .toContain('could not be loaded');
    expect(await page.locator('mark').count()).toBe(0);
    await page.close();
  }
});

test('without JavaScript the page reads as ever, and no switch is shown', async () => {
  await using server = await serveSite(sites.root);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(address(server.url));
  expect(await page.getByRole('switch').count()).toBe(0);
  expect(await page.locator('restored-text').isVisible()).toBe(false);
  expect(await page.locator('.prose').textContent()).toContain('论文解读');
  await context.close();
});
