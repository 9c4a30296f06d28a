/** One question at a time: what comes late of an older one is never shown. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hold, results, searchAddress, serveSites, status } from './search-page.ts';

const { open } = serveSites();

const months = async (page: Page) => [
  ...new Set(await page.locator('.search-result > .count').allTextContents()),
];

describe('an answer that is overtaken', () => {
  test('says no “Searching…” on the page', async () => {
    await using opened = await open('tags/');
    const { page } = opened;
    await page.clock.install();
    await page.goto(new URL('../search/', page.url()).href);
    const field = page.getByRole('searchbox');
    await field.fill('reward');
    await results(page, 'reward');
    const { count, release } = await hold(page, '**/*.pf_index');
    // In a part of the index that the word before doesn't need.
    await field.fill('鲁棒');
    await expect.poll(count).toBe(1);
    await field.fill('reward');
    await expect.poll(() => status(page)).toBe('10 papers');
    await page.clock.runFor(2000);
    expect(await status(page)).toBe('10 papers');
    await release();
  });

  test('says none in the dialog', async () => {
    await using opened = await open('tags/');
    const { page } = opened;
    await page.clock.install();
    await page.reload();
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    const said = dialog.locator('.search-status');
    await dialog.waitFor();
    await dialog.getByRole('searchbox').fill('reward');
    await said.getByText('10 papers').waitFor();
    const { count, release } = await hold(page, '**/*.pf_index');
    await dialog.getByRole('searchbox').fill('鲁棒');
    await expect.poll(count).toBe(1);
    await dialog.getByRole('searchbox').fill('reward');
    await page.clock.runFor(2000);
    expect(await said.textContent()).toBe('10 papers');
    await release();
  });

  test('is not shown where only the filter has changed', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    const month = page.locator('.search-filters [name=month]');
    // Nothing is read yet: the first choice waits for its papers.
    const { count, stop, release } = await hold(page, '**/*.pf_fragment');
    await month.selectOption('2025-05');
    await expect.poll(count).toBeGreaterThan(0);
    stop();
    await month.selectOption('2025-06');
    await expect.poll(() => months(page)).toEqual(['June 2025']);
    const said = await status(page);
    await release();
    // Long enough for what was held back to be shown.
    await page.waitForTimeout(500);
    expect(await months(page)).toEqual(['June 2025']);
    expect(await status(page)).toBe(said);
    expect(new URL(page.url()).searchParams.get('month')).toBe('2025-06');
  });
});

test('an answer that takes long is announced, once, however one types on', async () => {
  await using opened = await open('tags/');
  const { page } = opened;
  await page.clock.install();
  await page.goto(new URL('../search/', page.url()).href);
  const { release } = await hold(page, '**/*.pf_index');
  await page.getByRole('searchbox').fill('rew');
  await page.clock.runFor(300);
  await page.getByRole('searchbox').fill('reward');
  await page.clock.runFor(300);
  expect(await status(page)).toBe('Searching…');
  await release();
  await expect.poll(() => status(page)).toBe('10 papers');
});

describe('what stays', () => {
  /** Marks the elements, which a copy of them wouldn't be. */
  const keepItems = (page: Page) =>
    page.evaluate(() => {
      for (const item of document.querySelectorAll('.search-result')) Reflect.set(item, 'kept', 1);
    });
  const countKept = (page: Page) =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('.search-result')].filter((item) => Reflect.has(item, 'kept'))
          .length,
    );

  test('is the same element, with the focus in it', async () => {
    await using opened = await open(searchAddress('reward'));
    const { page } = opened;
    await results(page, 'reward');
    await keepItems(page);
    await page.getByRole('searchbox').fill('reward ');
    await results(page, 'reward ');
    expect(await countKept(page)).toBe(10);
    // What a filter leaves, too, while the reader is in the results.
    const focused = await page.evaluate(() => {
      const ofMay = [...document.querySelectorAll('.search-result')].filter((item) =>
        item.textContent.includes('May 2025'),
      );
      ofMay.at(-1)?.querySelector<HTMLElement>('h2 a')?.focus();
      const month = document.querySelector('[name=month]') as HTMLSelectElement;
      month.value = '2025-05';
      month.dispatchEvent(new Event('change', { bubbles: true }));
      return document.activeElement?.textContent;
    });
    await expect.poll(() => status(page)).toMatch(/ of 10 papers/);
    expect(await countKept(page)).toBe(await page.locator('.search-results > li').count());
    expect(await page.evaluate(() => document.activeElement?.matches('h2 a'))).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(focused);
  });

  test.each([390, 820, 1280])('stays where it is, %i px wide', async (width) => {
    await using opened = await open('search/', 'root', { viewport: { width, height: 900 } });
    const { page } = opened;
    const tops: number[] = [];
    for (const query of [
      'reward',
      '皮肤病',
      'reinforcment learning of models',
      'medical reasoning '.repeat(110),
    ]) {
      await page.getByRole('searchbox').fill(query);
      await results(page, query);
      await page.waitForLoadState('networkidle');
      const box = await page.locator('.search-result:visible').first().boundingBox();
      tops.push(Math.round(box?.y ?? 0));
    }
    expect(new Set(tops).size).toBe(1);
  });

  test('is the width of the choices, in one row on a wide screen', async () => {
    await using opened = await open('search/', 'root', { viewport: { width: 1280, height: 900 } });
    const { page } = opened;
    const fields = page.locator('.search-filters').locator('select, label');
    const boxes = () =>
      fields.evaluateAll((all) =>
        all.map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return [Math.round(x), Math.round(width), Math.round(y + height / 2)];
        }),
      );
    const before = await boxes();
    expect(new Set(before.map(([, , middle]) => middle)).size).toBe(1);
    await page.getByRole('searchbox').fill('reward');
    await results(page, 'reward');
    await page.getByLabel('Topic', { exact: true }).selectOption('medical-reasoning');
    await expect.poll(() => status(page)).toMatch(/ of 10/);
    expect(await boxes()).toEqual(before);
  });
});

describe('what screen readers hear', () => {
  test('each answer once, when the reader pauses', async () => {
    await using opened = await open('tags/');
    const { page } = opened;
    await page.clock.install();
    await page.goto(new URL('../search/', page.url()).href);
    const heard = page.getByRole('status');
    const said: (string | null)[] = [];
    for (const query of ['rewar', 'reward', 'medical', 'learning', 'reward']) {
      await page.getByRole('searchbox').fill(query);
      await results(page, query);
      await expect.poll(() => status(page)).toBe('10 papers');
      expect(await heard.textContent()).toBe('');
      // He types on after the first.
      if (query === 'rewar') continue;
      await page.clock.runFor(1000);
      said.push(await heard.textContent());
    }
    expect(said).toEqual([
      'reward: 10 papers',
      'medical: 10 papers',
      'learning: 10 papers',
      'reward: 10 papers',
    ]);
    await page.locator('.search-filters [name=month]').selectOption('2025-05');
    await expect.poll(() => status(page)).toMatch(/ of 10/);
    await page.clock.runFor(1000);
    expect(await heard.textContent()).toMatch(/^reward, May 2025: \d of 10 papers$/);
  });
});
