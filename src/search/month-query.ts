/** Months as readers type them: `25/05`, `2025-05`, `May 2025`, `2025年5月`. */

const longNames = Array.from({ length: 12 }, (_, month) =>
  new Date(Date.UTC(2000, month)).toLocaleString('en', { month: 'long', timeZone: 'UTC' }),
).map((name) => name.toLowerCase());
const numbered = /^(?:20)?(\d{2})\s*[-/年]\s*(0?[1-9]|1[0-2])\s*月?$/;
const named = /^([a-z]+)\.?,? (20\d{2})$/;

/** The month as papers carry it, `2025-05`, if that is all that was typed. */
export function monthTyped(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
  const [, shortYear, number] = numbered.exec(text) ?? [];
  if (shortYear && number) return `20${shortYear}-${number.padStart(2, '0')}`;
  const [, name, year] = named.exec(text) ?? [];
  if (!name || !year || name.length < 3) return undefined;
  const month = longNames.findIndex((long) => long.startsWith(name)) + 1;
  return month > 0 ? `${year}-${String(month).padStart(2, '0')}` : undefined;
}
