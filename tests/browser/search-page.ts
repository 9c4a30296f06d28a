/** Opens the built sites for the tests of the search, and reads what its page shows. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

export type SiteName = 'root' | 'base';

/** A browser and the sites, for as long as the tests of a file run. */
export function serveSites() {
  let browser: Browser;
  const servers = new Map<string, Awaited<ReturnType<typeof serveSite>>>();
  beforeAll(async () => {
    browser = await launchBrowser();
    for (const site of [sites.root, sites.base]) servers.set(site.name, await serveSite(site));
  });
  afterAll(async () => {
    await browser.close();
    for (const server of servers.values()) await server[Symbol.asyncDispose]();
  });
  const urlOf = (name: SiteName) => servers.get(name)?.url ?? '';

  async function open(
    address: string,
    site: SiteName = 'root',
    options: BrowserContextOptions = {},
  ) {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const complaints = watchPage(page);
    await page.goto(urlOf(site) + address);
    return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
  }

  return { open, urlOf };
}

export const searchAddress = (query: string) => `search/?q=${encodeURIComponent(query)}`;

/** Waits until this query is answered, then reads the slugs of the results. */
export async function results(page: Page, query: string): Promise<string[]> {
  await page.waitForFunction(
    (typed) => document.querySelector<HTMLElement>('paper-search')?.dataset['answered'] === typed,
    query,
  );
  return page
    .locator('.search-results > li h2 a')
    .evaluateAll((links) =>
      links.map(
        (link) => new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-2) ?? '',
      ),
    );
}

/** What is said of the answer, to the eye. */
export const status = (page: Page) => page.locator('paper-search .search-status').textContent();

/** Holds back the answers to these requests: `stop` lets those through that come later, `release` all. */
export async function hold(page: Page, pattern: string) {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const held: Promise<void>[] = [];
  let isHolding = true;
  await page.context().route(pattern, async (route) => {
    if (!isHolding) return route.continue();
    const answered = promise.then(() => route.continue());
    held.push(answered);
    return answered;
  });
  const stop = () => {
    isHolding = false;
  };
  const release = async () => {
    stop();
    resolve(undefined);
    await Promise.all(held);
  };
  return { count: () => held.length, stop, release };
}
