/** Months such as `2025-06`, the finest date that the lists give. */

/** `June 2025`. */
export function formatMonth(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`));
}

/** A column of a chart of papers over time. */
export interface Period {
  /** `2025-06` or `2025`. */
  id: string;
  count: number;
}

/** More columns than this are counted by year. */
const MOST_MONTHS = 24;

/**
 * How many of `dates` fall in each month from the first to the last, none left out; in each year where there
 * would be many.
 */
export function countPeriods(dates: readonly string[]): Period[] {
  const sorted = dates.toSorted();
  const months = span(sorted, nextMonth);
  if (months.length <= MOST_MONTHS) return months;
  return span(
    sorted.map((date) => date.slice(0, 4)),
    (year) => String(Number(year) + 1),
  );
}

function span(sorted: readonly string[], next: (id: string) => string): Period[] {
  const counts = new Map<string, number>();
  for (const id of sorted) counts.set(id, (counts.get(id) ?? 0) + 1);
  const last = sorted.at(-1);
  const periods: Period[] = [];
  for (let id = sorted[0]; id && last && id <= last; id = next(id)) {
    periods.push({ id, count: counts.get(id) ?? 0 });
  }
  return periods;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number)).toISOString().slice(0, 7);
}
