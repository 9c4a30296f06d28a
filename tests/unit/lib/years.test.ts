import { expect, test } from 'vitest';
import type { Paper } from '../../../src/lib/papers.ts';
import { partByYear } from '../../../src/lib/years.ts';

/** So many papers, ten a month, the newest first. */
const library = (count: number) =>
  Array.from({ length: count }, (_, place) => {
    const month = 12 * 2025 - Math.floor(place / 10);
    const date = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return { id: String(place), date } as Paper;
  });

test('a few hundred papers stay on one page', () => {
  const papers = library(300);
  expect(partByYear(papers)).toEqual({ shown: papers, years: [] });
  expect(partByYear([])).toEqual({ shown: [], years: [] });
});

test('more are parted: whole months of the newest, and all of them by year', () => {
  const papers = library(1005);
  const { shown, years } = partByYear(papers);
  expect(shown).toEqual(papers.slice(0, 100));
  expect(years.flatMap(({ papers }) => papers)).toEqual(papers);
  expect(years.map(({ year }) => year)).toEqual([
    ...new Set(papers.map(({ date }) => date.slice(0, 4))),
  ]);
  // A month isn't cut.
  const [, ...rest] = papers;
  expect(partByYear(rest).shown).toHaveLength(109);
});
