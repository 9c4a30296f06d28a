import { describe, expect, test } from 'vitest';
import { serveSites } from './search-page.ts';

const { open, urlOf } = serveSites();

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

  test('leads on from its foot: to the search page, and to the tags where nothing is found', async () => {
    await using opened = await open('tags/', 'base');
    const { page, complaints } = opened;
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    const foot = dialog.locator('.search-foot').getByRole('link');
    const links = async () =>
      Object.fromEntries(
        await foot.evaluateAll((all) =>
          all
            .filter((link) => link.checkVisibility())
            .map((link) => [link.textContent, link.getAttribute('href')]),
        ),
      ) as Record<string, string>;
    const base = '/papers/notes/';
    await dialog.waitFor();
    const tags = { 'All tags': `${base}tags/` };
    expect(await links()).toEqual({ 'Search page, with filters': `${base}search/`, ...tags });
    await page.keyboard.type('qqqqzzzz');
    await dialog.getByText('No paper contains').first().waitFor();
    expect(await links()).toEqual({
      'Search page, with filters': `${base}search/?q=qqqqzzzz`,
      ...tags,
    });
    await dialog.getByRole('searchbox').fill('reward');
    await dialog.locator('.search-status').getByText('10 papers').waitFor();
    expect(await links()).toEqual({ 'All 10 results, with filters': `${base}search/?q=reward` });
    // Followed, it is a search like any other.
    await foot.first().click();
    await page.waitForURL(/search\/\?q=reward/);
    await page.goto(`${urlOf('base')}tags/`);
    await page.keyboard.press('/');
    await page.getByRole('dialog').getByRole('link', { name: 'reward', exact: true }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('shows its hint, and what has the focus, in full', async () => {
    await using opened = await open('tags/', 'root', { viewport: { width: 390, height: 844 } });
    const { page } = opened;
    await page.keyboard.press('/');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    for (const language of ['', 'zh/']) {
      await page.goto(`${urlOf('root')}${language}tags/`);
      await page.keyboard.press('/');
      await dialog.waitFor();
      const room = await dialog.getByRole('searchbox').evaluate((input: HTMLInputElement) => {
        const style = getComputedStyle(input);
        const context = document.createElement('canvas').getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        context.font = `${style.fontSize} ${style.fontFamily}`;
        const text = context.measureText(input.placeholder).width;
        return input.clientWidth - 2 * parseFloat(style.paddingLeft) - text;
      });
      expect(room).toBeGreaterThan(0);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.keyboard.type('reward');
    await dialog.locator('h3 a').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const space = await page.evaluate(() => {
      const link = document.activeElement as HTMLElement;
      const style = getComputedStyle(link);
      const list = getComputedStyle(link.closest('ol') as HTMLElement);
      const ring = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth);
      // Where the link begins in its line is the font's affair.
      return parseFloat(list.paddingTop) - ring;
    });
    expect(space).toBeGreaterThanOrEqual(0);
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
