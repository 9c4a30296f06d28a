import { expect, test } from 'vitest';
import { countPeriods } from '../../../src/lib/month.ts';

test('months are counted from the first to the last, also those without papers', () => {
  expect(countPeriods(['2025-02', '2024-11', '2025-02'])).toEqual([
    { id: '2024-11', count: 1 },
    { id: '2024-12', count: 0 },
    { id: '2025-01', count: 0 },
    { id: '2025-02', count: 2 },
  ]);
  expect(countPeriods([])).toEqual([]);
});

test('many months are counted as years', () => {
  expect(countPeriods(['2021-01', '2021-05', '2023-12'])).toEqual([
    { id: '2021', count: 2 },
    { id: '2022', count: 0 },
    { id: '2023', count: 1 },
  ]);
});
