import { glob } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../src/lib/language.ts';

const folder = path.resolve('src/lib/strings');
const tables = await Promise.all(
  (await Array.fromAsync(glob('*.ts', { cwd: folder }))).map(async (file) => ({
    file,
    table: Object.values((await import(path.join(folder, file))) as object).find(
      (value) => typeof value === 'object' && languages.every((language) => language in value),
    ) as Record<string, unknown>,
  })),
);

/** The paths of all strings in a table, `a.b`, each with what stands there. */
function leaves(value: unknown, prefix = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[prefix, value]];
  return Object.entries(value).flatMap(([key, child]) => leaves(child, `${prefix}.${key}`));
}

describe.each(tables)('$file', ({ table }) => {
  test('has the same keys in each language, and nothing empty by oversight', () => {
    const [first, ...others] = languages.map((language) => leaves(table[language]));
    for (const other of others) {
      expect(other.map(([key]) => key)).toEqual(first?.map(([key]) => key));
      expect(other.map(([, value]) => typeof value)).toEqual(
        first?.map(([, value]) => typeof value),
      );
    }
  });

  test('is Chinese in Chinese, English in English', () => {
    const written = (language: string) =>
      leaves(table[language])
        .map(([, value]) => value)
        .filter((value) => typeof value === 'string')
        .join(' ');
    // Names of things and of languages aside.
    const han = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0;
    expect(han(written('zh'))).toBeGreaterThan(written('zh').length / 4);
    expect(han(written('en'))).toBeLessThan(written('en').length / 50);
  });
});
