/** When the entries last changed, by the history of the repository that holds them. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

/**
 * The entries of a folder, by their names without `.mdx`, each with the time of its last commit; undefined
 * where it has none, or where there is no history to ask.
 */
export function entriesLastChanged(folder: string): Map<string, string | undefined> {
  const changed = parseLog(readLog(folder));
  return new Map(
    readEntries(folder).map((name) => [name.slice(0, -'.mdx'.length), changed.get(name)]),
  );
}

/** The latest time of each file in the output of `git log -z --name-only --format=%x01%cI`, newest first. */
export function parseLog(log: string): Map<string, string> {
  const changed = new Map<string, string>();
  let time = '';
  for (const part of log.split('\0')) {
    const field = part.replace(/^\n+/, '');
    if (field.startsWith('\u0001')) time = field.slice(1).trim();
    else if (field !== '' && !changed.has(field)) changed.set(field, time);
  }
  return changed;
}

function readEntries(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.mdx'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function readLog(folder: string): string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 2 ** 30,
    });
  try {
    // A shallow clone has one commit: it would date all entries to the same day.
    if (git('rev-parse', '--is-shallow-repository').trim() === 'true') return '';
    return git('log', '-z', '--name-only', '--relative', '--format=%x01%cI', '--', '.');
  } catch {
    return '';
  }
}
