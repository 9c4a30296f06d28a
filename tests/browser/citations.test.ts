import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

const site = sites.base;
let browser: Browser;
let server: Awaited<ReturnType<typeof serveSite>>;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveSite(site);
});
afterAll(async () => {
  await browser.close();
  await server[Symbol.asyncDispose]();
});

const capo = 'capo--reinforcing-consistent-reasoning-in-medical-decision-making';
const file = (name: string) => readFile(path.join(site.outDir, name), 'utf8');

async function open(address: string, options = {}): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(server.url + address);
  return page;
}
const mayCopy = { permissions: ['clipboard-read', 'clipboard-write'] };
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** What the browser saves when the link is clicked. */
async function download(page: Page, name: string): Promise<{ name: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

describe('the box of a paper', () => {
  test('copies the chosen format, and says so', async () => {
    const page = await open(`papers/${capo}/`, mayCopy);
    const complaints = watchPage(page);
    await page.getByRole('button', { name: 'Copy as BibTeX' }).click();
    const status = page.locator('cite-box [role=status]');
    await expect.poll(() => status.textContent()).toBe('Copied.');
    expect(await clipboard(page)).toBe(await file(`papers/${capo}/cite.bib`));
    await page.getByLabel('RIS', { exact: true }).check();
    expect(await status.textContent()).toBe('');
    expect(await page.locator('.cite pre:visible').count()).toBe(1);
    await page.getByRole('button', { name: 'Copy as RIS' }).click();
    await expect.poll(() => status.textContent()).toBe('Copied.');
    expect((await clipboard(page)).trim().split(/\r?\n/)[0]).toBe('TY  - UNPB');
    expect((await download(page, 'Download as RIS')).name).toBe('capo2025-2506.12849.ris');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('selects the text where copying is refused', async () => {
    const page = await open(`zh/papers/${capo}/`);
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    await page.getByRole('button', { name: '复制 BibTeX 格式的引用' }).click();
    await expect
      .poll(() => page.locator('cite-box [role=status]').textContent())
      .toContain('请自行复制');
    expect(await page.evaluate(() => String(getSelection()))).toContain(
      '@misc{capo2025-2506.12849',
    );
    await page.context().close();
  });

  test('works without scripts, but for copying', async () => {
    const page = await open(`papers/${capo}/`, { javaScriptEnabled: false });
    expect(await page.locator('.cite pre:visible').textContent()).toMatch(/^@misc/);
    expect(await page.getByRole('button', { name: /^Copy/ }).count()).toBe(0);
    await page.getByText('CSL-JSON', { exact: true }).click();
    expect(await page.locator('.cite pre:visible').textContent()).toMatch(/^\{/);
    expect((await download(page, 'Download as CSL-JSON')).text).toBe(
      await file(`papers/${capo}/cite.json`),
    );
    await page.context().close();
  });
});

describe('citations of what a page shows', () => {
  test('all of it: the whole file', async () => {
    const page = await open('', mayCopy);
    const complaints = watchPage(page);
    await page.getByText('Cite these 10 papers').click();
    const saved = await download(page, 'Download as BibTeX');
    expect(saved).toEqual({ name: 'papers.bib', text: await file('cite.bib') });
    await page.getByRole('button', { name: 'Copy as CSL-JSON' }).click();
    await expect
      .poll(() => page.locator('cite-papers [role=status]').textContent())
      .toBe('Copied.');
    expect(await clipboard(page)).toBe(await file('cite.json'));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what passes the filter, in each format, and all of it again', async () => {
    const page = await open('', mayCopy);
    const complaints = watchPage(page);
    await page.getByLabel('Topic', { exact: true }).selectOption('retrieval');
    await page.getByText('Cite this paper').click();
    const key = 's32025-2505.14146';
    const filtered = await download(page, 'Download as BibTeX');
    expect(filtered.name).toBe('papers-retrieval.bib');
    expect(filtered.text).toMatch(new RegExp(`^@misc\\{${key},[^@]*\\}\\n$`));
    expect((await download(page, 'Download as RIS')).text.match(/^ID.*$/gm)).toEqual([
      expect.stringContaining(key),
    ]);
    await page.getByRole('button', { name: 'Copy as CSL-JSON' }).click();
    await expect
      .poll(() => page.locator('cite-papers [role=status]').textContent())
      .toBe('Copied.');
    expect(JSON.parse(await clipboard(page))).toMatchObject([{ id: key }]);
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.getByText('Cite these 10 papers').waitFor();
    expect((await download(page, 'Download as RIS')).text).toBe(await file('cite.ris'));
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a filter in the address counts from the start; one that nothing passes offers nothing', async () => {
    const page = await open('?month=2025-06');
    expect(await page.locator('cite-papers summary').textContent()).toBe('Cite these 3 papers');
    await page.goto(`${server.url}?topic=no-such-topic`);
    expect(await page.locator('cite-papers').isVisible()).toBe(false);
    await page.context().close();
  });

  test('says so where the entries cannot be loaded, and tries again when asked again', async () => {
    const page = await open('?month=2025-06', mayCopy);
    let requests = 0;
    await page.route('**/cite/bib.json', (route) =>
      requests++ === 0 ? route.abort() : route.continue(),
    );
    await page.getByText('Cite these 3 papers').click();
    const status = page.locator('cite-papers [role=status]');
    await page.getByRole('button', { name: 'Copy as BibTeX' }).click();
    await expect.poll(() => status.textContent()).toBe('The citations could not be loaded.');
    await page.getByRole('button', { name: 'Copy as BibTeX' }).click();
    await expect.poll(() => status.textContent()).toBe('Copied.');
    expect((await clipboard(page)).match(/^@misc/gm)).toHaveLength(3);
    await page.context().close();
  });

  test('a whole list, from the end of its page', async () => {
    const page = await open('zh/lists/reward-rl-medical/');
    const complaints = watchPage(page);
    await page.getByText('引用这 10 篇论文').click();
    expect(await download(page, '下载 RIS 格式的引用')).toEqual({
      name: 'reward-rl-medical.ris',
      text: await file('lists/reward-rl-medical/cite.ris'),
    });
    expect(complaints).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('cite-papers').isVisible()).toBe(false);
    await page.context().close();
  });

  test('without scripts the links lead to the files', async () => {
    const page = await open('tags/reward/', { javaScriptEnabled: false });
    await page.getByText('Cite these 10 papers').click();
    expect(await download(page, 'Download as BibTeX')).toEqual({
      name: 'reward.bib',
      text: await file('tags/reward/cite.bib'),
    });
    await page.context().close();
  });
});
