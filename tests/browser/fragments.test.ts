import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { launchBrowser, watchPage } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const capo = 'capo--reinforcing-consistent-reasoning-in-medical-decision-making';
const doctor =
  'doctor-approved--generating-medically-accurate-skin-disease-images-through-ai-expert-feedback';

describe.each([sites.root, sites.base])('old fragments on the index of the $name site', (site) => {
  test.each([
    ['#abstract-1', `papers/${doctor}/#abstract`],
    ['#user-content-abstract', `papers/${capo}/#abstract`],
    ['#-背景痛点本文动机-1', `papers/${doctor}/#-背景痛点本文动机`],
    [
      '#-%E8%83%8C%E6%99%AF%E7%97%9B%E7%82%B9%E6%9C%AC%E6%96%87%E5%8A%A8%E6%9C%BA',
      `papers/${capo}/#-背景痛点本文动机`,
    ],
    ['#ğÿœ-èƒœæççæœæåšæœº', `papers/${capo}/#-背景痛点本文动机`],
    ['#tldrnotes', 'lists/reward-rl-medical/#tldrnotes'],
    ['#TLDRNotes', 'lists/reward-rl-medical/#tldrnotes'],
    [`#user-content-${capo}`, `#${capo}`],
    [`#${capo}`, `#${capo}`],
  ])('%s leads to %s', async (fragment, expected) => {
    await using server = await serveSite(site);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    for (const language of ['', 'zh/']) {
      const root = server.url + language;
      await page.goto('about:blank');
      await page.goto(root + fragment);
      await page.waitForURL((url) => decodeURI(url.href) === root + expected);
      expect(await page.locator(':target').count()).toBe(1);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('one that no list has leaves the reader where he is; a later one is followed', async () => {
    await using server = await serveSite(site);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    const answered = page.waitForResponse(/fragments\.json$/);
    await page.goto(`${server.url}#never-there`);
    await answered;
    expect(page.url()).toBe(`${server.url}#never-there`);
    await page.evaluate(() => (location.hash = '#abstract'));
    await page.waitForURL(`${server.url}papers/${capo}/#abstract`);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

test('the index asks for no fragments while it has no use for them', async () => {
  await using server = await serveSite(sites.root);
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(server.url);
  await page.goto(`${server.url}#${capo}`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('fragments.json'))).toEqual([]);
  await page.close();
});

describe('the list’s page', () => {
  test('takes capitals as the heading has them, and sends on what other lists have', async () => {
    await using server = await serveSite(sites.fixtureBase);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    const q = 'q&a-+-rl;-safe-sound-@-scale!-(revisited)';
    for (const [from, to] of [
      ['zh/lists/second/#TLDRNotes', 'zh/lists/second/#tldrnotes'],
      ['lists/second/#user-content-TLDRNotes', 'lists/second/#tldrnotes'],
      [
        'lists/kitchen-sink/#qa--rl-safesound--scale-revisited',
        `papers/${q}/#q&a-+-rl;-safe/sound-@-scale!-(revisited)`,
      ],
      ['zh/#qa--rl-safesound--scale-revisited', 'zh/#q&a-+-rl;-safe/sound-@-scale!-(revisited)'],
      ['#mas-squared--a-system', '#mas$^2$--self-rectifying-systems'],
      ['#why-what--how-a-self-taught', '#why-what--how-a-self-taught'],
    ]) {
      await page.goto('about:blank');
      await page.goto(server.url + from);
      await page.waitForURL((url) => decodeURI(url.href) === server.url + to);
      if (from !== to) expect(await page.locator(':target').count(), from).toBe(1);
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('has old fragments without JavaScript, far down and close by', async () => {
    await using server = await serveSite(sites.base);
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 800 },
    });
    for (const [fragment, text] of [
      ['#abstract-3', 'Abstract'],
      ['#abstract-9', 'Abstract'],
      ['#user-content-abstract-9', 'Abstract'],
      ['#ğÿ-ååÿéäå-8', '💬 可借鉴之处'],
      ['#tldrnotes', 'TLDR/Notes'],
    ]) {
      const page = await context.newPage();
      await page.goto(`${server.url}lists/reward-rl-medical/${fragment}`);
      const heading = page.locator(':is(h1, h2, h3, h4, h5, h6):is(:target, :has(> :target))');
      expect((await heading.textContent())?.trim()).toBe(text);
      // A line from the top of the window, which is the margin of what is led to; within a second id's height.
      await expect
        .poll(async () => Math.abs(((await heading.boundingBox())?.y ?? 1e6) - 28))
        .toBeLessThan(6);
      await page.close();
    }
    await context.close();
  });

  test('prints as a booklet: no navigation, a page for each paper, its title above the next', async () => {
    await using server = await serveSite(sites.root);
    const page = await browser.newPage();
    await page.goto(`${server.url}lists/reward-rl-medical/`);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-header', '.site-footer', '.skip-link']) {
      expect(await page.locator(hidden).isVisible(), hidden).toBe(false);
    }
    const style = (selector: string, name: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element, name) => {
          return getComputedStyle(element).getPropertyValue(name);
        }, name);
    expect(await style('.listed-paper', 'break-before')).toBe('page');
    expect(await style('.listed-paper', 'content-visibility')).toBe('visible');
    expect(await style('.running-head', 'display')).toBe('table-header-group');
    const spelled = await page
      .locator('.listed-paper .paper-links a')
      .first()
      .evaluate((link) => {
        return getComputedStyle(link, '::after').content;
      });
    expect(spelled).toContain('https://arxiv.org/abs/2506.12849v1');
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThan(10);
    await page.close();
  });
});

describe('an address by arXiv identifier', () => {
  test('takes the fragment along', async () => {
    await using server = await serveSite(sites.base);
    const page = await browser.newPage();
    const complaints = watchPage(page);
    await page.goto(`${server.url}zh/papers/2506.12849/#abstract`);
    await page.waitForURL(`${server.url}zh/papers/${capo}/#abstract`);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('works without JavaScript', async () => {
    await using server = await serveSite(sites.base);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}papers/2506.12849v1/`);
    await page.waitForURL(`${server.url}papers/${capo}/`);
    await context.close();
  });
});

describe('an address of a paper that is not quite one', () => {
  const q = 'q&a-+-rl;-safe-sound-@-scale!-(revisited)';

  test.each([
    ['papers/2410.00002v9/#abstract', `papers/${q}/#abstract`],
    ['zh/papers/2410.00002v9', `zh/papers/${q}/`],
    ['papers/CS.LG/9905014V3/', 'papers/plan*--two-asterisks*-and-a-(parenthesis)/'],
    ['papers/Wide-Things/?a=1', 'papers/wide-things/?a=1'],
    ['papers/MAS-Squared--a-system/', 'papers/mas$^2$--self-rectifying-systems/'],
  ])('%s leads to %s', async (asked, expected) => {
    await using server = await serveSite(sites.fixtureBase);
    const page = await browser.newPage();
    await page.goto(server.url + asked);
    await page.waitForURL((url) => decodeURI(url.href) === server.url + expected);
    expect(await page.locator('.paper h1').count()).toBe(1);
    await page.close();
  });

  test.each(['papers/2410.99999v1/', 'no/papers/2410.00002v9/', 'papers/'])(
    '%s leads nowhere, and says so',
    async (asked) => {
      await using server = await serveSite(sites.fixtureBase);
      const page = await browser.newPage();
      const answer = await page.goto(server.url + asked);
      expect(answer?.status()).toBe(404);
      await page.waitForLoadState('networkidle');
      expect(page.url()).toBe(server.url + asked);
      expect(await page.locator('h1').textContent()).toContain('This page does not exist');
      await page.close();
    },
  );
});
