/** Puts queries to the search page of a built site, as a reader does, and to Pagefind as it comes. */
import type { Page } from 'playwright-core';

/** The segments of the papers found, best first. */
export type Ask = (query: string) => Promise<string[]>;

/** Types into the field of the search page, which `page` has open, and reads the results. */
export function askSite(page: Page): Ask {
  return async (query) => {
    await typeQuery(page, query);
    return page
      .locator('.search-results > li h2 a')
      .evaluateAll((links) =>
        links.map((link) =>
          decodeURI(new URL((link as HTMLAnchorElement).href).pathname.split('/').at(-2) ?? ''),
        ),
      );
  };
}

/** Milliseconds from the keystroke to the answer. */
export async function typeQuery(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const search = document.querySelector('paper-search') as HTMLElement;
    const input = search.querySelector('input') as HTMLInputElement;
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (search.dataset['answered'] !== text) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(search, { attributes: true, attributeFilter: ['data-answered'] });
    });
    const started = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await answered;
    return performance.now() - started;
  }, query);
}

/** Asks Pagefind's own interface, at an index that was made without a word of ours. */
export function askPagefind(page: Page, address: string): Ask {
  return (query) =>
    page.evaluate(
      async ([text, script]) => {
        const pagefind = (await import(script)) as {
          search(query: string): Promise<{ results: { data(): Promise<{ url: string }> }[] }>;
        };
        const { results } = await pagefind.search(text);
        const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return pages.map(({ url }) => decodeURI(url.split('/').at(-2) ?? ''));
      },
      [query, address] as const,
    );
}
