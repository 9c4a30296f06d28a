/** The source of a program: what decides a result, besides what it is made from. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** A module and all modules of this project that it imports, by their files, in the order of these. */
export async function readModules(entry: string): Promise<Map<string, string>> {
  const sources = new Map<string, string>();
  const read = async (file: string): Promise<void> => {
    if (sources.has(file)) return;
    sources.set(file, '');
    const source = await readFile(file, 'utf8');
    sources.set(file, source);
    for (const [, imported = ''] of source.matchAll(/\bfrom '(\.{1,2}\/[^']+)'/g))
      await read(path.resolve(path.dirname(file), imported));
  };
  await read(entry);
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}
