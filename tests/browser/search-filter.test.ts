import { describe, expect, test } from 'vitest';
import { results, searchAddress, serveSites, status } from './search-page.ts';

const { open } = serveSites();

describe('a choice in the address that has no field', () => {
  test.each(['search/?term=rl', `${searchAddress('reward')}&term=rl`])(
    'is asked of the index, and is none where all papers have it: %s',
    async (address) => {
      await using opened = await open(address);
      const { page, complaints } = opened;
      expect(await page.locator('.search-filters [name=term]:visible').count()).toBe(0);
      await expect.poll(() => status(page)).toBe('10 papers');
      expect(await page.getByRole('button', { name: /RL|Clear the filter/ }).count()).toBe(0);
      expect(await page.title()).toMatch(/RL · Search/);
      // It is still there when the list has others again.
      await page.getByLabel('Month').selectOption('2025-05');
      await expect.poll(() => status(page)).toMatch(/ of 10 papers/);
      expect(new URL(page.url()).searchParams.get('term')).toBe('rl');
      expect(complaints).toEqual([]);
    },
  );

  test('is shown where it leaves papers out, and can be taken back', async () => {
    await using opened = await open(`${searchAddress('reward')}&term=no-such&month=2025-05`);
    const { page, complaints } = opened;
    await expect.poll(() => status(page)).toBe('The filter hides all 10 papers.');
    await page.getByRole('button', { name: 'Take back “no-such”' }).click();
    await expect.poll(() => status(page)).toMatch(/ of 10 papers/);
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({ q: 'reward', month: '2025-05' });
    expect(await page.getByRole('button', { name: 'no-such' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  test('stands among the others of its field', async () => {
    await using opened = await open('search/?month=1999-01');
    const { page } = opened;
    const month = page.getByLabel('Month');
    await expect.poll(() => status(page)).toBe('The filter hides all 10 papers.');
    expect(await month.inputValue()).toBe('1999-01');
    expect(await month.locator('option:checked').textContent()).toBe('January 1999 (0)');
    await month.selectOption('');
    await expect.poll(() => status(page)).toMatch(/arXiv id/);
    expect(await month.locator('option[value="1999-01"]').count()).toBe(0);
  });
});

describe('a filter', () => {
  test('that hides everything says how much, and what each choice hides', async () => {
    await using opened = await open(`${searchAddress('reward')}&topic=retrieval&code=1`);
    const { page } = opened;
    await expect.poll(() => status(page)).toBe('The filter hides all 10 papers.');
    const undo = page.getByRole('button', { name: /^Without/ });
    expect(await undo.allTextContents()).toEqual([
      'Without “Retrieval and search”: 1',
      'Without “With code”: 1',
    ]);
    // What is hidden is there: no other words are needed.
    expect(await page.locator('.search-suggestions').isVisible()).toBe(false);
    await undo.first().click();
    await expect.poll(() => status(page)).toBe('1 of 10 papers');
    expect(await undo.count()).toBe(0);
    // The button is gone, and the keys are where it was.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('sort');
    expect(new URL(page.url()).searchParams.get('code')).toBe('1');
  });

  test('is named by what it chooses, and cleared by a button that says so', async () => {
    await using opened = await open(`${searchAddress('reward')}&sort=date`);
    const { page } = opened;
    await results(page, 'reward');
    const topic = page.getByRole('combobox', { name: 'Topic', exact: true });
    const clear = page.getByRole('button', { name: 'Clear the filter' });
    expect(await clear.isVisible()).toBe(false);
    await topic.selectOption('retrieval');
    await expect.poll(() => status(page)).toBe('1 of 10 papers');
    expect(await topic.inputValue()).toBe('retrieval');
    await clear.click();
    await expect.poll(() => status(page)).toBe('10 papers');
    expect(await topic.inputValue()).toBe('');
    // The order is none of the filter's.
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      q: 'reward',
      sort: 'date',
    });
  });
});
