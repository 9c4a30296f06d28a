import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

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

const urlOf = (name: string) => servers.get(name)?.url ?? '';

async function open(address: string, site = 'root', options: BrowserContextOptions = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = watchPage(page);
  await page.goto(urlOf(site) + address);
  return { page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

const searchAddress = (query: string) => `search/?q=${encodeURIComponent(query)}`;

/** Waits until this query is answered, then reads the slugs of the results. */
async function results(page: Page, query: string): Promise<string[]> {
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

const status = (page: Page) => page.locator('paper-search [role=status]').textContent();

describe.each(['root', 'base'])('on the %s site', (site) => {
  test.each<[string, string[]]>([
    ['GRPO', ['toward-effective-reinforcement-learning']],
    ['reward', ['toward-effective', 's3--you-don-t', 'capo--']],
    ['skin disease', ['doctor-approved--']],
    ['强化学习', ['doctoragent-rl--', 'rarl--', 's3--']],
    ['医疗视觉问答', ['toward-effective', 'capo--']],
    ['皮肤病', ['doctor-approved--']],
  ])('%s finds its papers', async (query, expected) => {
    await using opened = await open(searchAddress(query), site);
    const { page, complaints } = opened;
    const found = await results(page, query);
    for (const slug of expected)
      expect(
        found.some((hit) => hit.startsWith(slug)),
        `${slug} in ${found}`,
      ).toBe(true);
    expect(await page.locator('.search-results mark').count()).toBeGreaterThan(0);
    // A result is a link to a page that exists.
    await page.locator('.search-results h2 a').first().click();
    await page.waitForSelector('article, main h1[id]');
    expect(complaints).toEqual([]);
  });

  test('in Chinese, too: the same index, and results open in Chinese', async () => {
    await using opened = await open(`zh/${searchAddress('强化学习')}`, site);
    const { page, complaints } = opened;
    const found = await results(page, '强化学习');
    expect(new Set(found).size).toBe(found.length);
    const address = await page.locator('.search-results h2 a').first().getAttribute('href');
    expect(address).toMatch(new RegExp(`^${new URL(urlOf(site)).pathname}zh/papers/`));
    await expect.poll(() => status(page)).toMatch(/篇论文/);
    expect(complaints).toEqual([]);
  });
});

describe('what a query finds', () => {
  test.each([
    ['reward', 'rewards'],
    ['reward', 'rewarding'],
    ['open-ended', 'openended'],
    ['multi-turn', 'multiturn'],
    ['Med-VQA', 'ＭＥＤ ＶＱＡ'],
    ['RL框架', 'RL 框架'],
  ])('%s and %s are one', async (one, other) => {
    await using opened = await open(searchAddress(one));
    const { page } = opened;
    const found = await results(page, one);
    expect(found.length).toBeGreaterThan(0);
    await page.getByRole('searchbox').fill(other);
    expect((await results(page, other)).toSorted()).toEqual(found.toSorted());
  });

  test.each(['2506.12849', 'https://arxiv.org/pdf/2506.12849v1', 'arXiv:2506.12849v3'])(
    '%s leads to its paper and to no other',
    async (query) => {
      await using opened = await open(searchAddress(query));
      expect(await results(opened.page, query)).toEqual([expect.stringMatching(/^capo--/)]);
    },
  );

  test('Enter on an arXiv id opens the paper', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    await page.getByRole('searchbox').fill('arXiv:2506.12849v2 [cs.CL]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/papers\/[a-z]/);
  });

  test.each(['25/05', 'May 2025', '2025年5月'])(
    'a month leads to its papers: %s',
    async (query) => {
      await using opened = await open(searchAddress(query));
      const { page } = opened;
      expect((await results(page, query)).length).toBeGreaterThan(0);
      expect(new Set(await page.locator('.search-result > .count').allTextContents())).toEqual(
        new Set(['May 2025']),
      );
    },
  );

  test.each(['2025', '06', 'Ms'])('what no paper says is no hit: %s', async (query) => {
    await using opened = await open(searchAddress(query));
    const { page } = opened;
    const text = await page.evaluate(() => document.querySelector('.search-results')?.textContent);
    for (const slug of await results(page, query)) expect(`${slug} ${text}`).toMatch(query);
  });

  test('sections open at their headings, both titles are shown', async () => {
    await using opened = await open(searchAddress('皮肤病'));
    const { page } = opened;
    await results(page, '皮肤病');
    const result = page.locator('.search-result').first();
    expect(await result.locator('h2').textContent()).toContain('Doctor Approved');
    expect(await result.locator('.title-zh mark').allTextContents()).toEqual(['皮肤病']);
    await result.locator('.sections a').first().click();
    await page.waitForURL(/highlight=.*#./);
    const id = decodeURIComponent(new URL(page.url()).hash.slice(1));
    expect(await page.locator(':target').getAttribute('id')).toBe(id);
  });

  test('what is near is said to be near', async () => {
    await using opened = await open(searchAddress('火星强化学习葡萄园'));
    const { page } = opened;
    expect(await results(page, '火星强化学习葡萄园')).toEqual([]);
    await expect.poll(() => status(page)).toMatch(/^No paper contains/);
    expect(await page.getByRole('heading', { name: 'Nearest papers' }).isVisible()).toBe(true);
    expect(await page.locator('.search-nearest .search-result').count()).toBeGreaterThan(0);
  });
});

describe('the search page', () => {
  test('answers as one types, and keeps the query in the address', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    await page.getByRole('searchbox').pressSequentially('皮肤病', { delay: 20 });
    expect(await results(page, '皮肤病')).toEqual([expect.stringContaining('doctor-approved')]);
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('皮肤病');
    await expect.poll(() => status(page)).toBe('1 paper');
  });

  test('filters and sorts, all of it in the address; back and forward work', async () => {
    await using opened = await open(searchAddress('reinforcement learning'));
    const { page, complaints } = opened;
    const all = await results(page, 'reinforcement learning');
    const may = page.locator('.search-filters [name=month] option[value="2025-05"]');
    await expect.poll(() => may.textContent()).toMatch(/\(\d+\)/);
    const counted = Number(/\((\d+)\)/.exec((await may.textContent()) ?? '')?.[1]);
    await page.locator('.search-filters [name=month]').selectOption('2025-05');
    await expect.poll(() => page.locator('.search-results > li').count()).toBe(counted);
    await expect.poll(() => status(page)).toBe(`${counted} of ${all.length} papers`);
    await page.locator('[name=sort]').selectOption('date');
    await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('date');
    const shared = page.url();
    await page.goBack();
    await page.goBack();
    await expect.poll(() => page.locator('.search-results > li').count()).toBe(all.length);
    await page.goForward();
    await expect.poll(() => page.locator('.search-results > li').count()).toBe(counted);
    // Opened cold.
    await using other = await open(new URL(shared).pathname.slice(1) + new URL(shared).search);
    expect(await results(other.page, 'reinforcement learning')).toHaveLength(counted);
    expect(await other.page.locator('[name=month]').inputValue()).toBe('2025-05');
    expect(complaints).toEqual([]);
  });

  test('a filter alone shows what it leaves, newest first, and nothing once it is cleared', async () => {
    await using opened = await open('search/?month=2025-05');
    const { page, complaints } = opened;
    const results = page.locator('.search-results > li');
    const may = page.locator('.search-filters [name=month] option[value="2025-05"]');
    await expect.poll(() => may.textContent()).toMatch(/\(\d+\)/);
    const counted = Number(/\((\d+)\)/.exec((await may.textContent()) ?? '')?.[1]);
    expect(await results.count()).toBe(counted);
    expect(await page.locator('.search-results mark').count()).toBe(0);
    await page.locator('.search-filters [name=month]').selectOption('');
    await expect.poll(() => results.count()).toBe(0);
    await expect.poll(() => may.textContent()).not.toMatch(/\(/);
    await page.locator('.search-filters [name=code]').check();
    await expect.poll(() => results.count()).toBeGreaterThan(0);
    const months = await page.locator('.search-result .count').allTextContents();
    const dates = months.map((month) => Date.parse(`1 ${month}`));
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
    // What no paper has is said to be so.
    await page.goto(urlOf('root') + 'search/?month=1999-01');
    await expect.poll(() => status(page)).toBe('No paper passes the filter. Take one choice back.');
    expect(complaints).toEqual([]);
  });

  test('newest first is newest first', async () => {
    await using opened = await open('search/?q=medical&sort=date');
    const { page } = opened;
    await results(page, 'medical');
    const months = await page.locator('.search-result .count').allTextContents();
    const dates = months.map((month) => Date.parse(`1 ${month}`));
    expect(dates.length).toBeGreaterThan(2);
    expect(dates).toEqual(dates.toSorted((a, b) => b - a));
  });

  test('does not search in the middle of a composition', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    const answered = await page.evaluate(async () => {
      const input = document.querySelector('paper-search input') as HTMLInputElement;
      input.value = 'pi fu';
      input.dispatchEvent(new InputEvent('input', { isComposing: true, bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return document.querySelector<HTMLElement>('paper-search')?.dataset['answered'];
    });
    expect(answered).not.toBe('pi fu');
    await page.evaluate(() => {
      const input = document.querySelector('paper-search input') as HTMLInputElement;
      input.value = '皮肤';
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    });
    expect(await results(page, '皮肤')).toHaveLength(1);
  });

  test.each([
    'qqqqzzzz',
    '火星葡萄园',
    '%',
    '"',
    '<img src=x onerror=alert(1)>',
    '😀',
    '\uD83D',
    'x'.repeat(2000),
    'qqqq AND zzzz NOT *',
  ])('says so when nothing matches: %s', async (query) => {
    await using opened = await open('search/');
    const { page, complaints } = opened;
    await page.getByRole('searchbox').evaluate((input, typed) => {
      (input as HTMLInputElement).value = typed;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, query);
    expect(await results(page, query)).toEqual([]);
    await expect.poll(() => status(page)).toMatch(/^(No paper|There is no word)/);
    expect(await page.locator('main img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('one letter is a query, two thousand characters are', async () => {
    await using opened = await open('search/');
    const { page, complaints } = opened;
    for (const query of ['a', '强', 'medical reasoning '.repeat(110)]) {
      await page.getByRole('searchbox').fill(query);
      await results(page, query);
      await expect.poll(() => status(page)).toMatch(/paper/);
    }
    await page.getByRole('searchbox').fill('');
    await results(page, '');
    await expect.poll(() => status(page)).toBe('');
    expect(complaints).toEqual([]);
  });

  test('says so when the index is missing, and recovers', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.getByRole('searchbox').fill('GRPO');
    await expect.poll(() => status(page)).toMatch(/could not be loaded/);
    expect(await page.locator('.search-results > li').count()).toBe(0);
    await page.unroute('**/pagefind/**');
    await page.getByRole('searchbox').fill('GRPO ');
    expect((await results(page, 'GRPO ')).length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test('says so when a part of the index is missing, and asks for it again', async () => {
    await using opened = await open('search/');
    const { page } = opened;
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.context().route('**/*.pf_index', (route) => route.abort());
    await page.getByRole('searchbox').fill('reward');
    await expect.poll(() => status(page)).toMatch(/could not be loaded/);
    await page.context().unroute('**/*.pf_index');
    await page.getByRole('searchbox').fill('reward ');
    expect((await results(page, 'reward ')).length).toBeGreaterThan(0);
    expect(errors).toEqual([]);
  });

  test('says so when the reader goes offline', async () => {
    await using opened = await open(searchAddress('GRPO'));
    const { page } = opened;
    await results(page, 'GRPO');
    await page.context().setOffline(true);
    await page.getByRole('searchbox').fill('皮肤病学院派');
    await expect.poll(() => status(page)).toMatch(/could not be loaded/);
  });

  test('explains itself without JavaScript', async () => {
    await using opened = await open(searchAddress('GRPO'), 'root', { javaScriptEnabled: false });
    const { page } = opened;
    expect(await page.locator('main').textContent()).toMatch(/JavaScript/);
    expect(
      await page
        .locator('main')
        .getByRole('link', { name: /Medical/ })
        .count(),
    ).toBeGreaterThan(0);
    const list = page.locator('main a[href="/lists/reward-rl-medical/"]');
    expect(await list.isVisible()).toBe(true);
    expect(await page.locator('.search-filters').isVisible()).toBe(false);
  });
});

describe('the marks on the page that a result opens', () => {
  const capo = 'papers/capo--reinforcing-consistent-reasoning-in-medical-decision-making/';

  test('are there, leave the text and its anchors alone, and go with Escape', async () => {
    await using plain = await open(capo);
    const text = await plain.page.locator('article').textContent();
    await using opened = await open(
      `${capo}?highlight=${encodeURIComponent('医疗视觉问答')}#abstract`,
    );
    const { page, complaints } = opened;
    await page.waitForSelector('.marks-bar');
    expect(new Set(await page.locator('mark.found').allTextContents())).toEqual(
      new Set(['医疗视觉问答']),
    );
    expect(await page.locator('article').textContent()).toBe(text);
    expect(await page.locator(':target').getAttribute('id')).toBe('abstract');
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.locator('mark.current').count()).toBe(1);
    await page.keyboard.press('Escape');
    expect(await page.locator('mark.found').count()).toBe(0);
    expect(page.url()).toBe(`${urlOf('root')}${capo}#abstract`);
    expect(await page.locator('article').textContent()).toBe(text);
    expect(complaints).toEqual([]);
  });

  test('are not loaded without a search', async () => {
    await using opened = await open('');
    const scripts: string[] = [];
    opened.page.on('request', (request) => scripts.push(request.url()));
    await opened.page.goto(urlOf('root') + capo, { waitUntil: 'networkidle' });
    expect(
      scripts.filter((url) => /page-marks|search-dialog|search-results|pagefind/.test(url)),
    ).toEqual([]);
  });

  test('hostile queries mark nothing and run nothing', async () => {
    const query = '<img src=x onerror=alert(1)>(.*)+';
    await using opened = await open(`${capo}?highlight=${encodeURIComponent(query)}`);
    const { page, complaints } = opened;
    await page.waitForTimeout(300);
    expect(await page.locator('article img').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

describe('the search dialog', () => {
  test('opens with a key, walks with arrows, opens a paper, remembers the search', async () => {
    await using opened = await open('tags/', 'base');
    const { page, complaints } = opened;
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await page.keyboard.type('皮肤病');
    await dialog.getByRole('status').getByText('1 paper').waitFor();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(
      'Doctor Approved',
    );
    await page.keyboard.press('ArrowUp');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/papers\/notes\/papers\/doctor-approved/);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('link', { name: '皮肤病', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Forget them' }).click();
    expect(await page.locator('.search-recent a').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('Enter opens no paper that is only near; Escape closes it with what was typed', async () => {
    await using opened = await open('tags/');
    const { page } = opened;
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('强化学习火星');
    await page.getByRole('dialog').getByRole('status').getByText('Nearest papers').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('status').getByText('Nearest papers').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
  });

  test('opens again at once: a key belongs to no field that is out of sight', async () => {
    await using opened = await open('tags/');
    const { page } = opened;
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    // In one task: the field of the closed dialog still has the focus.
    const isClosed = await page.evaluate(() => {
      const press = (key: string) =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      press('Escape');
      const isClosed = document.querySelector('dialog[open]') === null;
      press('/');
      return isClosed;
    });
    expect(isClosed).toBe(true);
    await page.getByRole('dialog').waitFor();
  });

  test('keeps what is typed while its code is on its way', async () => {
    await using opened = await open('tags/');
    const { page, complaints } = opened;
    const { promise: typed, resolve: send } = Promise.withResolvers<undefined>();
    await page.route('**/search-dialog*.js', async (route) => {
      await typed;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('?GRPOj');
    await page.keyboard.press('Backspace');
    send(undefined);
    await page.locator('.search-dialog h3 a').first().waitFor();
    const field = page.getByRole('dialog').getByRole('searchbox');
    expect(await field.inputValue()).toBe('?GRPO');
    await page.keyboard.type(' RL');
    expect(await field.inputValue()).toBe('?GRPO RL');
    expect(complaints).toEqual([]);
  });

  test('says so when the reader is offline, stays on the page, and opens once he isn’t', async () => {
    for (const [address, words] of [
      ['tags/', 'Search could not be loaded'],
      ['zh/tags/', '无法载入搜索'],
    ] as const) {
      await using opened = await open(address);
      const { page } = opened;
      await page.context().setOffline(true);
      await page.keyboard.press('/');
      await page.getByRole('alert').getByText(words).waitFor();
      expect(page.url()).toBe(urlOf('root') + address);
      await page.context().setOffline(false);
      await page.keyboard.press('/');
      await page.getByRole('dialog').waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  });

  test('the header’s link opens it, in Chinese on Chinese pages; on the search page the field has focus', async () => {
    await using opened = await open('zh/');
    const { page } = opened;
    await page.locator('.site-header').getByRole('link', { name: '搜索' }).click();
    await page.getByRole('dialog', { name: '搜索论文，中英文均可' }).waitFor();
    await page.keyboard.type('reward');
    await page.locator('.search-dialog h3 a').first().waitFor();
    expect(await page.locator('.search-dialog h3 a').first().getAttribute('href')).toMatch(
      /^\/zh\//,
    );
    await page.goto(`${urlOf('root')}search/`);
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('Query');
    expect(await page.locator('dialog[open]').count()).toBe(0);
  });

  test('works where nothing may be stored', async () => {
    await using opened = await open('');
    const { page, complaints } = opened;
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Refused', 'SecurityError');
        },
      });
    });
    await page.reload();
    await page.keyboard.press('/');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('GRPO');
    await page.locator('.search-dialog h3 a').first().click();
    await page.waitForURL(/\/papers\//);
    expect(complaints).toEqual([]);
  });
});
