import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(sites.base);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const slug = 's3--you-don-t-need-that-much-data-to-train-a-search-agent-via-rl';

async function open(address: string, options = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(server.url + address);
  return page;
}

const shown = (page: Page) => page.locator('.paper-item:visible');

describe('the filter', () => {
  test('combines facets, keeps them in the address, counts, and goes back', async () => {
    const page = await open('');
    const complaints = watchPage(page);
    const status = page.locator('paper-filter [role=status]');
    expect(await status.textContent()).toBe('10 papers');
    await page.getByLabel('Topic', { exact: true }).selectOption('retrieval');
    expect(await shown(page).count()).toBe(1);
    expect(await status.textContent()).toBe('1 of 10 papers');
    expect(new URL(page.url()).search).toBe('?topic=retrieval');
    // Values of other facets that would leave nothing can't be chosen.
    expect(await page.locator('[name=month] option[value="2025-06"]').isDisabled()).toBe(true);
    expect(await page.locator('[name=month] option[value="2025-05"]').textContent()).toContain(
      '(1)',
    );
    expect(await page.locator('.month:visible').count()).toBe(1);
    await page.goBack();
    expect(await shown(page).count()).toBe(10);
    await page.getByLabel(/With code/).check();
    expect(await shown(page).locator('h3').allTextContents()).toEqual([
      expect.stringContaining('DoctorAgent-RL'),
    ]);
    await page.getByRole('button', { name: 'Show all' }).click();
    expect(await shown(page).count()).toBe(10);
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('offers no choice that leaves all papers, and moves nothing when one is made', async () => {
    for (const viewport of [
      { width: 1280, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const page = await open('', { viewport });
      expect(await page.locator('paper-filter [name=term]').count()).toBe(0);
      const places = () =>
        page
          .locator('paper-filter :is(select, label), density-switch, .month:visible h2')
          .evaluateAll((all) =>
            // The list ends before its second month where that is left out.
            all.slice(0, 8).map((one) => {
              const { x, y, width } = one.getBoundingClientRect();
              return [x, y, width].map(Math.round);
            }),
          );
      const before = await places();
      await page.getByLabel('Topic', { exact: true }).selectOption('medical-reasoning');
      expect(await page.getByRole('button', { name: 'Show all' }).isVisible()).toBe(true);
      expect(await places()).toEqual(before);
      await page.context().close();
    }
  });

  test('opened cold, where nothing passes it says what to undo', async () => {
    const page = await open('?topic=retrieval&code=1&x=kept');
    expect(await shown(page).count()).toBe(0);
    const undo = page.getByRole('button', { name: /^Without/ });
    expect(await undo.allTextContents()).toEqual([
      'Without “Retrieval and search”: 1',
      'Without “With code”: 1',
    ]);
    await undo.last().click();
    expect(await shown(page).count()).toBe(1);
    expect(new URL(page.url()).search).toBe('?x=kept&topic=retrieval');
    await page.goto(`${server.url}?topic=no-such-topic`);
    expect(await page.getByRole('button', { name: 'Without “no-such-topic”: 10' }).count()).toBe(1);
    await page.context().close();
  });

  test('without scripts there are links to tags instead', async () => {
    const page = await open('', { javaScriptEnabled: false });
    expect(await page.locator('paper-filter, density-switch').locator(':visible').count()).toBe(0);
    expect(await page.locator('.theme-switch').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Retrieval and search' }).first().click();
    expect(new URL(page.url()).pathname).toBe(`${sites.base.base}tags/retrieval/`);
    await page.context().close();
  });
});

test('the density is remembered, and there before the first paint', async () => {
  const page = await open('');
  const item = shown(page).first();
  expect(await item.locator('.title-zh').isVisible()).toBe(true);
  expect(await item.locator('.sentence').isVisible()).toBe(false);
  await page.getByText('First sentences').click();
  expect(await item.locator('.sentence').isVisible()).toBe(true);
  // Titles are those of both languages, and nothing else.
  await page.getByText('Titles', { exact: true }).click();
  expect(await item.locator('.title-zh').isVisible()).toBe(true);
  expect(await item.locator('.paper-meta').isVisible()).toBe(false);
  await page.goto(`${server.url}tags/rl/`);
  expect(await shown(page).first().locator('.paper-meta').isVisible()).toBe(false);
  expect(await page.getByRole('radio', { name: 'Titles' }).isChecked()).toBe(true);
  await page.context().close();
});

describe('the theme', () => {
  const background = (page: Page) =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

  test('is the system’s until the reader switches it, and is remembered', async () => {
    const page = await open('', { colorScheme: 'dark' });
    const dark = await background(page);
    const button = page.getByRole('button', { name: 'Dark theme' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.click();
    const light = await background(page);
    expect(light).not.toBe(dark);
    expect(await page.locator('[name=theme-color]').first().getAttribute('content')).toBe(light);
    await page.goto(`${server.url}papers/${slug}/`);
    expect(await background(page)).toBe(light);
    // Back to the system's: nothing is kept, and the page follows the system again.
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await background(page)).toBe(light);
    await page.context().close();
  });

  test('a remembered theme is set before anything is painted', async () => {
    const page = await open('', { colorScheme: 'light' });
    await page.evaluate(() => localStorage.setItem('theme', 'dark'));
    // No script that waits for the page runs: what is left is what the first paint shows.
    await page.route('**/_astro/*.js', (route) => route.abort());
    await page.reload();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.context().close();
  });

  test('works where storage is refused', async () => {
    const page = await open('');
    const complaints = watchPage(page);
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Refused.', 'SecurityError');
        },
      }),
    );
    await page.reload();
    const before = await background(page);
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await background(page)).not.toBe(before);
    await page.getByText('Titles', { exact: true }).click();
    expect(await page.locator('html').getAttribute('data-density')).toBe('titles');
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

describe('the language', () => {
  test('switches on the same paper, place and query', async () => {
    const page = await open(`papers/${slug}/?x=1#abstract`);
    await page.getByRole('link', { name: '中文', exact: true }).click();
    await page.waitForURL(`${server.url}zh/papers/${slug}/?x=1#abstract`);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    expect(await page.getByRole('link', { name: '统计' }).count()).toBe(1);
    await page.getByRole('link', { name: 'English', exact: true }).click();
    await page.waitForURL(`${server.url}papers/${slug}/?x=1#abstract`);
    await page.context().close();
  });
});

describe('keys', () => {
  test('j and k walk through the list with visible focus, Enter opens, and fields keep their letters', async () => {
    const page = await open('');
    const focused = () =>
      page.evaluate(() =>
        document.activeElement?.closest('.paper-item')?.querySelector('h3')?.textContent?.trim(),
      );
    const titles = (await shown(page).locator('h3').allTextContents()).map((title) => title.trim());
    await page.evaluate(() => document.querySelector('.month')?.scrollIntoView());
    await page.keyboard.press('j');
    expect(await focused()).toBe(titles[0]);
    await page.keyboard.press('j');
    expect(await focused()).toBe(titles[1]);
    expect(
      await page.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle),
    ).toBe('solid');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await focused()).toBe(titles[0]);
    await page.getByRole('searchbox').first().focus();
    await page.keyboard.type('j?');
    expect(await page.getByRole('searchbox').first().inputValue()).toBe('j?');
    expect(await page.locator('#Keys').isVisible()).toBe(false);
    await page.context().close();
  });

  test('j and k walk through a whole list, too', async () => {
    const page = await open('lists/reward-rl-medical/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.closest('.listed-paper h3')?.textContent?.trim());
    const titles = await page.locator('.listed-paper h3').allTextContents();
    for (const [key, place] of [
      ['j', 0],
      ['j', 1],
      ['k', 0],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused()).toBe(titles[place]?.trim());
    }
    await page.context().close();
  });

  test('? tells of the keys, Esc closes and gives the focus back', async () => {
    const page = await open('');
    await page.locator('h1').click();
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    const button = page.getByRole('button', { name: 'Keys' });
    await button.click();
    await page.keyboard.press('Escape');
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.context().close();
  });
});

describe('a paper’s page', () => {
  test('its contents follow the reading position', async () => {
    const page = await open(`papers/${slug}/`);
    const current = page.locator('.contents [aria-current]');
    expect(await current.textContent()).toContain('Abstract');
    await page
      .locator('.prose h3')
      .last()
      .evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => current.textContent()).toContain('可借鉴之处');
    await page.context().close();
  });

  test('its contents fold on a phone and stand open on a wide screen', async () => {
    const page = await open(`papers/${slug}/`, { viewport: { width: 390, height: 800 } });
    const link = page.locator('.contents a').first();
    expect(await link.isVisible()).toBe(false);
    await page.locator('.contents summary').click();
    expect(await link.isVisible()).toBe(true);
    await page.context().close();
    const wide = await open(`papers/${slug}/`);
    expect(await wide.locator('.contents a').first().isVisible()).toBe(true);
    await wide.context().close();
  });

  test('a heading’s permalink is named as the heading, goes there and copies its address', async () => {
    const page = await open(`papers/${slug}/`, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const heading = page.locator('.prose h3').first();
    const id = await heading.getAttribute('id');
    await heading.hover();
    await heading.locator('.permalink').click();
    await expect.poll(() => page.locator('.notice').textContent()).toBe('The link is copied.');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(decodeURIComponent(new URL(copied).hash.slice(1))).toBe(id);
    expect(page.url()).toBe(copied);
    await page.context().close();
  });
});
