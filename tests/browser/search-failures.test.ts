import { describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { results, searchAddress, serveSites, status } from './search-page.ts';

const { open } = serveSites();

/** Without what the browser itself says of a request that failed. */
const ofScripts = (complaints: readonly string[]) =>
  complaints.filter((complaint) => !/Failed to load resource/.test(complaint));

describe('where files of the index are missing', () => {
  const page404 = { status: 404, contentType: 'text/plain', body: 'Not found' };
  const pageForAll = { status: 200, contentType: 'text/html', body: '<!doctype html>' };

  test.each([
    ['everything', '**/pagefind/**', page404],
    ['the entry', '**/pagefind-entry.json*', page404],
    ['the entry, with a page in its place', '**/pagefind-entry.json*', pageForAll],
    ['the script', '**/pagefind.js*', page404],
    ['the engine', '**/wasm.*.pagefind', page404],
    ['the engine, with a page in its place', '**/wasm.*.pagefind', pageForAll],
    ['the beginning of the index', '**/*.pf_meta', page404],
    ['the beginning of the index, with a page in its place', '**/*.pf_meta', pageForAll],
  ])('%s: says so without an exception, and searches once they are back', async (...row) => {
    const [, pattern, response] = row;
    await using opened = await open('search/');
    const { page, complaints } = opened;
    await page.context().route(pattern, (route) => route.fulfill(response));
    for (const query of ['2506.12849', 'GRPO']) {
      await page.getByRole('searchbox').fill(query);
      await results(page, query);
      await expect.poll(() => status(page)).toMatch(/could not be loaded/);
    }
    expect(await page.locator('.search-results > li').count()).toBe(0);
    expect(ofScripts(complaints)).toEqual([]);
    await page.context().unroute(pattern);
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => page.locator('.search-results > li').count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Try again' }).isVisible()).toBe(false);
    await page.getByRole('searchbox').fill('2506.12849');
    expect(await results(page, '2506.12849')).toHaveLength(1);
    expect(ofScripts(complaints)).toEqual([]);
  });

  test.each(['**/*.pf_index', '**/*.pf_fragment'])(
    'a part, %s: says so, and asks for it again with the same words',
    async (pattern) => {
      await using opened = await open('search/');
      const { page, complaints } = opened;
      await page.context().route(pattern, (route) => route.abort());
      await page.getByRole('searchbox').fill('reward');
      await expect.poll(() => status(page)).toMatch(/could not be loaded/);
      await page.context().unroute(pattern);
      await page.keyboard.press('Enter');
      await expect.poll(() => status(page)).toBe('10 papers');
      expect(complaints.filter((complaint) => complaint.startsWith('pageerror'))).toEqual([]);
    },
  );

  test('the filter: results are there without counts, and with them once it is back', async () => {
    await using opened = await open('');
    const { page, complaints } = opened;
    await page.context().route('**/*.pf_filter', (route) => route.fulfill(page404));
    await page.goto(new URL(searchAddress('reward'), page.url()).href);
    expect(await results(page, 'reward')).toHaveLength(10);
    await expect.poll(() => status(page)).toBe('10 papers');
    // Chosen, it is needed.
    const month = page.locator('.search-filters [name=month]');
    await month.selectOption('2025-05');
    await expect.poll(() => status(page)).toMatch(/^The filter could not be loaded/);
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => status(page)).toBe('10 papers');
    expect(await month.locator('option').nth(1).textContent()).not.toMatch(/\(/);
    await page.context().unroute('**/*.pf_filter');
    await page.getByRole('searchbox').fill('rewards');
    await expect.poll(() => month.locator('option').nth(1).textContent()).toMatch(/\(\d+\)/);
    expect(complaints.filter((complaint) => complaint.startsWith('pageerror'))).toEqual([]);
  });

  test('an index that is published anew is searched in a page that was open before', async () => {
    await using anew = await serveSite(sites.fixture);
    await using opened = await open(searchAddress('reward'));
    const { page, complaints } = opened;
    expect(await results(page, 'reward')).toHaveLength(10);
    await page.context().route('**/pagefind/**', (route) => {
      const { pathname, search } = new URL(route.request().url());
      return route.continue({ url: new URL(pathname.slice(1) + search, anew.url).href });
    });
    await page.getByRole('searchbox').fill('grasping');
    expect(await results(page, 'grasping')).not.toEqual([]);
    // Of the papers by their new ids: none of these is of a month that was offered.
    const options = page.locator('.search-filters [name=month] option:not([value=""])');
    await expect.poll(() => options.first().textContent()).toMatch(/\(0\)/);
    expect(complaints.filter((complaint) => complaint.startsWith('pageerror'))).toEqual([]);
  });
});

test('says so when the reader goes offline', async () => {
  await using opened = await open(searchAddress('GRPO'));
  const { page } = opened;
  await results(page, 'GRPO');
  await page.context().setOffline(true);
  await page.getByRole('searchbox').fill('皮肤病学院派');
  await expect.poll(() => status(page)).toMatch(/could not be loaded/);
  await page.context().setOffline(false);
  await page.keyboard.press('Enter');
  await expect.poll(() => status(page)).toMatch(/^No paper contains/);
});

describe('where the script of the search is missing', () => {
  test.each([
    ['', 'Search needs JavaScript, which is off or did not load.'],
    ['zh/', '搜索需要 JavaScript，它已关闭或未能载入。'],
  ])('the page says so, in each language: /%s', async (language, words) => {
    await using opened = await open('');
    const { page } = opened;
    const notice = page.getByText(words);
    await page.route('**/PaperSearch*.js', (route) => route.abort());
    await page.goto(new URL(`${language}${searchAddress('reward')}`, page.url()).href);
    await notice.waitFor();
    expect(await page.locator('main a[href$="/tags/medical/"]').isVisible()).toBe(true);
    await page.unroute('**/PaperSearch*.js');
    await page.reload();
    await results(page, 'reward');
    expect(await notice.count()).toBe(0);
  });
});
