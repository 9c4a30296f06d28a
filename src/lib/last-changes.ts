/** When the files of a folder last changed, by the project's history. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

/**
 * The date of the last commit of each file in `folder`, by its name, in ISO 8601. Empty where there is no
 * history to ask: outside of a repository, or in a shallow clone, where every file seems new.
 */
export function readLastChanges(folder: string): Map<string, string> {
  const changes = new Map<string, string>();
  const git = (...parameters: string[]) =>
    spawnSync('git', ['-C', folder, ...parameters], { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (git('rev-parse', '--is-shallow-repository').stdout?.trim() !== 'false') return changes;
  // Dates begin with a character that no file name has; names come as they are, the newest change first.
  const log = git('log', '--format=%x00%cI', '--name-only', '-z', '--', '.').stdout ?? '';
  let date = '';
  for (const line of log.split(/[\0\n]/)) {
    if (/^\d{4}-\d{2}-\d{2}T/.test(line)) date = line;
    else if (line) {
      const name = path.basename(line);
      if (!changes.has(name)) changes.set(name, date);
    }
  }
  return changes;
}
