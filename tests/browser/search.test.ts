import { describe, expect, test } from 'vitest';
import { results, searchAddress, serveSites, status, type SiteName } from './search-page.ts';

const { open, urlOf } = serveSites();

describe.each<SiteName>(['root', 'base'])('on the %s site', (site) => {
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
      await using opened = await open('search/');
      const { page } = opened;
      await page.getByRole('searchbox').fill(query);
      expect(await results(page, query)).toEqual([expect.stringMatching(/^capo--/)]);
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
    await expect.poll(() => status(page)).toBe('The filter hides all 10 papers.');
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
    await expect.poll(() => status(page)).toMatch(/^An arXiv id or a month works, too/);
    expect(complaints).toEqual([]);
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
