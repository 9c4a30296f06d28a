import { describe, expect, test } from 'vitest';
import { serveSites } from './search-page.ts';

const { open, urlOf } = serveSites();

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

  const marked = (address: string, query: string) =>
    `${address}?highlight=${encodeURIComponent(query)}`;

  test('are of the phrase where it stands; common words alone are none', async () => {
    const distillation =
      'papers/beyond-distillation--pushing-the-limits-of-medical-llm-reasoning-with-minimalist-rule-based-rl/';
    await using opened = await open(marked(distillation, 'state of the art'));
    const { page, complaints } = opened;
    const bar = page.getByRole('group', { name: 'What the search found on this page' });
    await expect
      .poll(() => bar.getByRole('status').textContent())
      .toBe('2 matches of “state of the art”');
    expect(await page.locator('mark.found').allTextContents()).toEqual([
      'state-of-the-art',
      'state - of - the - art',
    ]);
    const apart = await page.locator('mark.found-apart').allTextContents();
    expect(apart.filter((word) => /^(of|the)$/i.test(word))).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test.each([
    [
      'learning medical',
      /^\d+ matches of “medical” and “learning”$|^\d+ matches of “learning” and “medical”$/i,
    ],
    ['qqqqzzzz medical', /^\d+ matches of “medical”$/i],
    ['火星强化推理', /^\d+ matches of “强化”(,? and “推理”)?$/],
  ])('are said to be of what is marked: %s', async (query, words) => {
    await using opened = await open(marked(capo, query));
    const { page } = opened;
    const said = page.locator('.marks-bar [role=status]');
    await expect.poll(() => said.textContent()).toMatch(words);
    const count = Number(/^\d+/.exec((await said.textContent()) ?? '')?.[0]);
    expect(await page.locator('mark.found').count()).toBe(count);
    expect(count).toBeGreaterThan(1);
  });

  test('are led to from where the reader is, forwards and backwards', async () => {
    await using opened = await open(`${marked(capo, 'medical')}#abstract`);
    const { page } = opened;
    await page.waitForSelector('.marks-bar');
    const marks = page.locator('mark.found');
    const places = () =>
      marks.evaluateAll((all) =>
        all.map((mark) => mark.classList.contains('current')).indexOf(true),
      );
    const tops = () =>
      marks.evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().top));
    const next = page.getByRole('button', { name: 'Next', exact: true });
    const previous = page.getByRole('button', { name: 'Previous' });
    // The title, above the section, holds one, too.
    const first = (await tops()).findIndex((top) => top >= 0);
    expect(first).toBeGreaterThan(0);
    await next.click();
    expect(await places()).toBe(first);
    await next.click();
    expect(await places()).toBe(first + 1);
    expect(await page.locator('.marks-bar [role=status]').textContent()).toMatch(
      new RegExp(`^${first + 2} of \\d+ matches of “medical”$`),
    );
    await previous.click();
    await previous.click();
    expect(await places()).toBe(first - 1);
    // Scrolled on, he is elsewhere.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    const above = (await tops()).findLastIndex((top) => top < 0);
    await previous.click();
    expect(await places()).toBe(above);
    await page.getByRole('button', { name: 'Remove the marks' }).click();
    expect(await page.locator('mark').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
  });

  test('are told of in one line, with room for fingers', async () => {
    await using opened = await open(marked(capo, 'medical visual question answering'), 'root', {
      viewport: { width: 390, height: 844 },
    });
    const { page } = opened;
    const bar = page.locator('.marks-bar');
    await bar.waitFor();
    expect((await bar.boundingBox())?.height).toBeLessThan(50);
    for (const button of await bar.getByRole('button').all()) {
      const { width = 0, height = 0 } = (await button.boundingBox()) ?? {};
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
    }
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
