import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { results, searchAddress, serveSites, status } from './search-page.ts';

const { open, urlOf } = serveSites();

const field = (page: Page) => page.getByRole('searchbox');
const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const entries = (page: Page) => page.evaluate(() => history.length);

async function submit(page: Page, query: string) {
  await field(page).fill('');
  await field(page).pressSequentially(query);
  await page.keyboard.press('Enter');
  await results(page, query);
}

describe('the history of the search page', () => {
  test('each search that is submitted has an entry: Back leads to the one before', async () => {
    await using opened = await open('tags/');
    const { page, complaints } = opened;
    await page.goto(`${urlOf('root')}search/`);
    await submit(page, 'GRPO');
    await submit(page, 'medical');
    await page.goBack();
    expect((await results(page, 'GRPO')).length).toBeGreaterThan(0);
    expect(await field(page).inputValue()).toBe('GRPO');
    expect(await page.title()).toBe('GRPO · Search · Paper Notes');
    await page.goForward();
    await results(page, 'medical');
    expect(await page.title()).toBe('medical · Search · Paper Notes');
    await page.goBack();
    await page.goBack();
    await page.waitForURL('**/tags/');
    expect(complaints).toEqual([]);
  });

  test('typing makes one entry at most, and none that is submitted is lost to it', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    const before = await entries(page);
    await field(page).pressSequentially('reward');
    await results(page, 'reward');
    expect(await entries(page)).toBe(before);
    await page.keyboard.press('Enter');
    expect(await entries(page)).toBe(before);
    await field(page).pressSequentially('s of models');
    await results(page, 'rewards of models');
    expect(await entries(page)).toBe(before + 1);
    await page.goBack();
    await results(page, 'reward');
    expect(parameters(page)).toEqual({ q: 'reward' });
  });

  test('a filter that is chosen has one, and the page’s title names it', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    await field(page).fill('medical');
    const all = await results(page, 'medical');
    await page.locator('.search-filters [name=month]').selectOption('2025-05');
    await expect.poll(() => status(page)).toMatch(/ of /);
    expect(parameters(page)).toEqual({ q: 'medical', month: '2025-05' });
    expect(await page.title()).toBe('medical, May 2025 · Search · Paper Notes');
    await page.goBack();
    await expect.poll(() => page.locator('.search-results > li').count()).toBe(all.length);
    expect(parameters(page)).toEqual({ q: 'medical' });
    expect(await page.locator('.search-filters [name=month]').inputValue()).toBe('');
  });

  test('who comes back from a paper finds what was shown, where it was', async () => {
    await using opened = await open(searchAddress('reward'));
    const { page } = opened;
    const shown = page.locator('.search-results > li');
    const more = page.getByRole('button', { name: 'Show more' });
    await results(page, 'reward');
    // As on a page that shows fewer at first.
    await page.evaluate(() => history.replaceState({ shown: 4 }, ''));
    await page.reload();
    await results(page, 'reward');
    expect(await shown.count()).toBe(4);
    await more.click();
    await expect.poll(() => shown.count()).toBe(10);
    expect(
      await page.evaluate(() =>
        [...document.querySelectorAll('.search-result')].indexOf(
          document.activeElement?.closest('.search-result') as Element,
        ),
      ),
    ).toBe(4);
    const paper = shown.nth(7).getByRole('heading').getByRole('link');
    await paper.scrollIntoViewIfNeeded();
    const top = await page.evaluate(() => window.scrollY);
    expect(top).toBeGreaterThan(500);
    await paper.click();
    await page.waitForURL(/\/papers\//);
    await page.goBack();
    await results(page, 'reward');
    expect(await shown.count()).toBe(10);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(top);
  });

  test('a result that is followed is a search to come back to', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    await submit(page, 'GRPO');
    await field(page).fill('medical');
    await results(page, 'medical');
    await page.locator('.search-results h2 a').first().click();
    await page.waitForURL(/\/papers\//);
    await page.goBack();
    await results(page, 'medical');
    // Typing on leaves it there.
    await field(page).fill('medical reasoning');
    await results(page, 'medical reasoning');
    await page.goBack();
    await results(page, 'medical');
    await page.goBack();
    await results(page, 'GRPO');
  });
});

describe('an arXiv id in the address', () => {
  test('leads to the paper, as a browser’s own search field does, and Back past the search', async () => {
    await using opened = await open('tags/');
    const { page, complaints } = opened;
    await page.evaluate((address) => location.assign(address), `/${searchAddress('2506.12849')}`);
    await page.waitForURL(/\/papers\/capo--/);
    await page.goBack();
    await page.waitForURL('**/tags/');
    expect(complaints).toEqual([]);
  });

  test.each(['2506.99999', '2506.12849&code=1'])(
    'leads nowhere where there is no such paper or a filter is asked: %s',
    async (query) => {
      await using opened = await open(`search/?q=${query}`);
      const { page } = opened;
      await results(page, query.slice(0, 10));
      await expect.poll(() => status(page)).toMatch(/^(No paper|The filter hides)/);
      expect(new URL(page.url()).pathname).toBe('/search/');
    },
  );

  test('who comes back to the search finds it', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    await field(page).fill('2506.12849');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/papers\/capo--/);
    await page.goBack();
    expect(await results(page, '2506.12849')).toHaveLength(1);
    expect(new URL(page.url()).pathname).toBe('/search/');
  });
});

describe('a page of pasted text', () => {
  test('makes an address that can be opened again, and the search says what it left out', async () => {
    await using opened = await open('search/');
    const { page, complaints } = opened;
    const pasted = '强化学习医疗推理模型奖励。'.repeat(170).slice(0, 2000);
    await field(page).fill(pasted);
    await results(page, pasted);
    await expect.poll(() => status(page)).toMatch(/Only its first words were searched for/);
    expect(page.url().length).toBeLessThan(4000);
    expect((await page.reload())?.status()).toBe(200);
    await results(page, await field(page).inputValue());
    expect(complaints).toEqual([]);
  });

  test('is cut in the links of its results, too', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    const pasted = 'medical reasoning '.repeat(110);
    await field(page).fill(pasted);
    expect((await results(page, pasted)).length).toBeGreaterThan(0);
    await expect.poll(() => status(page)).toMatch(/^\d+ papers Only its first words/);
    const href = await page.locator('.search-results h2 a').first().getAttribute('href');
    expect(href).toMatch(/highlight=medical/);
    expect(href?.length).toBeLessThan(1000);
  });

  test('fits into the forms that need no script', async () => {
    await using opened = await open('');
    const { page } = opened;
    const most = Number(await field(page).getAttribute('maxlength'));
    expect(most).toBeGreaterThan(100);
    expect(most * 9).toBeLessThan(4000);
  });
});
