/** The entries that a run of generate.ts takes away: those of papers that no list holds any more. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import matter from 'gray-matter';
import type { Place } from '../src/papers/problem.ts';
import { displayPath } from './read-text.ts';

export interface GoneEntry {
  /** The paper's slug. */
  id: string;
  place: Place;
}

/**
 * The entries in `folder`, or in the last commit of it, that are not among the `wanted` files. The commit counts
 * so that they are named until their going is committed, and not by the first run alone.
 */
export async function readGoneEntries(
  folder: string,
  wanted: ReadonlyMap<string, string>,
): Promise<GoneEntry[]> {
  const present = await readdir(folder).catch((): string[] => []);
  const committed = git(folder, 'ls-tree', '-z', '--name-only', 'HEAD').split('\0');
  const gone = [...new Set([...present, ...committed])].filter(
    (name) => name.endsWith('.mdx') && !wanted.has(name),
  );
  return Promise.all(
    gone.sort().map(async (name) => {
      const file = path.join(folder, name);
      const text = present.includes(name)
        ? await readFile(file, 'utf8')
        : git(folder, 'show', `HEAD:./${name}`);
      const place = { file: displayPath(file), line: 1, column: 1 };
      return { id: idOf(text) ?? name.replace(/\.mdx$/, ''), place };
    }),
  );
}

/** What git prints; nothing where there is no history to ask. */
function git(folder: string, ...parameters: string[]): string {
  return spawnSync('git', ['-C', folder, ...parameters], { encoding: 'utf8' }).stdout ?? '';
}

function idOf(text: string): string | undefined {
  try {
    const { id } = matter(text).data as { id?: unknown };
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
