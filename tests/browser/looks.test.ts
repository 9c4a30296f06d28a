/** What is seen, where a rule of the styles decides it: forced colours, paper, and what must not move or break. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser } from './browser.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(sites.root);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const capo = 'papers/capo--reinforcing-consistent-reasoning-in-medical-decision-making/';
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

async function open(address: string, options = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  await page.goto(server.url + address);
  return page;
}

const styleOf = (page: Page, selector: string, name: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);

describe.each(['dark', 'light'] as const)('in a %s theme of forced colours', (colorScheme) => {
  const forced = { forcedColors: 'active', colorScheme };
  const ink = (page: Page) => styleOf(page, 'body', 'color');

  test('restored characters have the colour of the text around them', async () => {
    const page = await open(capo, forced);
    await page.getByRole('switch').check();
    await page.waitForSelector('mark.restored');
    expect(await styleOf(page, '.prose mark.decoder', 'color')).toBe(await ink(page));
    await page.goto(`${server.url}repair/`);
    const certain = 'mark.restored:not(.uncertain, .unresolved)';
    expect(await styleOf(page, certain, 'color')).toBe(await ink(page));
    await page.context().close();
  });

  test.each([
    ['', '.tools .choices'],
    [capo, '.cite .choices'],
  ])('on /%s, the choice made in %s is seen', async (address, choices) => {
    const page = await open(address, forced);
    const line = (which: string) =>
      styleOf(page, `${choices} ${which} + span`, 'border-bottom-color');
    expect(await line(':checked')).not.toBe(await line(':not(:checked)'));
    await page.context().close();
  });

  test('charts have the colour of the text', async () => {
    const page = await open('stats/', forced);
    for (const part of ['.bars rect', '.columns-chart rect', '.columns-chart .label'])
      expect(await styleOf(page, part, 'fill'), part).toBe(await ink(page));
    await page.context().close();
  });
});

test('on paper there is nothing to copy citations with, and a heading stays whole with its text', async () => {
  const page = await open(capo);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.cite').isVisible()).toBe(false);
  for (const heading of ['h1', '.prose h2', '.prose h3', '.prose h4'])
    for (const rule of ['break-inside', 'break-after'])
      expect(await styleOf(page, heading, rule), `${heading} ${rule}`).toBe('avoid');
  await page.goto(server.url);
  expect(await page.locator('.cite-list').isVisible()).toBe(false);
  await page.context().close();
});

test('a figure of any length stands on one line, all of them flush right', async () => {
  const page = await open('stats/');
  const figures = page.locator('.figures dd');
  await figures.first().evaluate((figure) => (figure.textContent = '12,345,678'));
  const boxes = await figures.evaluateAll((all) =>
    all.map((one) => {
      const { right, height } = one.getBoundingClientRect();
      return { right: Math.round(right), height: Math.round(height) };
    }),
  );
  expect(new Set(boxes.map(({ right }) => right)).size).toBe(1);
  expect(new Set(boxes.map(({ height }) => height)).size).toBe(1);
  await page.context().close();
});

test.each([
  ['', desktop],
  ['zh/', desktop],
  ['', phone],
  ['zh/', phone],
])('on /%s, the title of the newest paper is in sight at %o', async (address, viewport) => {
  const page = await open(address, { viewport });
  const title = await page.locator('.paper-item h3').first().boundingBox();
  expect((title?.y ?? 1e6) + (title?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
  await page.context().close();
});

test.each(['tags/rl/', '404.html', 'stats/'])(
  'the first heading of /%s is set as those of the others, and the header stands on one line',
  async (address) => {
    const page = await open(address);
    const words = page.locator('h1 [lang=en], h1').last();
    const font = await words.evaluate((element) => getComputedStyle(element).fontFamily);
    await page.goto(server.url);
    expect(font).toBe(await styleOf(page, 'h1', 'font-family'));
    await page.goto(server.url + address);
    const middles = await page
      .locator('.site-name, .site-header nav li, .site-header .choices > *')
      .evaluateAll((all) =>
        all.map((one) => {
          const { top, bottom } = one.getBoundingClientRect();
          return (top + bottom) / 2;
        }),
      );
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
    await page.context().close();
  },
);

test('the labels of a chart keep apart from each other', async () => {
  for (const address of ['stats/', 'zh/stats/']) {
    const page = await open(address);
    const boxes = await page.locator('.columns-chart g').evaluateAll((columns) =>
      columns.map((column) => {
        const box = column.querySelector('.label')?.getBoundingClientRect();
        return { left: box?.left ?? 0, right: box?.right ?? 0 };
      }),
    );
    boxes.slice(1).forEach(({ left }, before) => {
      expect(left - (boxes[before]?.right ?? 0), address).toBeGreaterThan(4);
    });
    await page.context().close();
  }
});

test('no title breaks after a hyphen, a Chinese one or a heading of notes not within its words', async () => {
  const page = await open('lists/reward-rl-medical/', { viewport: phone });
  const height = (selector: string) =>
    page
      .locator(selector)
      .evaluateAll((all) => all.map((one) => one.getClientRects().length).filter((n) => n !== 1));
  expect(await height('.whole')).toEqual([]);
  expect(await page.locator('.whole').count()).toBeGreaterThan(3);
  // A list's own name is wider than the smallest window: it breaks after its bracket or a plus.
  await page.setViewportSize({ width: 320, height: 640 });
  const lines = await page.locator('h1 .pieces').evaluate((name) =>
    [...name.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map((piece) => {
        const range = document.createRange();
        range.selectNodeContents(piece);
        return range.getClientRects().length;
      }),
  );
  expect(lines).toEqual([1, 1, 1, 1]);
  await page.context().close();
});

test.each([phone, { width: 800, height: 900 }])(
  'the facts of a paper stand in one column beside their names at %o',
  async (viewport) => {
    const page = await open(capo, { viewport });
    const lefts = await page
      .locator('.paper-facts dd')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().left)));
    expect(lefts.length).toBeGreaterThan(2);
    expect(new Set(lefts).size).toBe(1);
    await page.context().close();
  },
);
