/**
 * Builds the site and its search index, the last steps of `npm run build`: within the project, where Astro
 * finds its packages, and then moved into place as a whole. A build that fails leaves the site as it was.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { readSettings } from '../src/settings.ts';
import { displayPath } from './read-text.ts';
import { replaceFolder } from './replace-folder.ts';

const { root, outDir, cacheDir } = readSettings();
// One for each place, so that a build that was interrupted leaves nothing for good.
const digest = createHash('sha256').update(outDir).digest('hex').slice(0, 8);
const staged = path.join(root, '.cache', `site-${digest}`);
try {
  await rm(staged, { recursive: true, force: true });
  run('astro', ['build']);
  run('node', [path.join(root, 'scripts/index-site.ts')]);
  await replaceFolder(staged, outDir, ['index.html', '404.html']);
  console.log(`The site is in ${displayPath(outDir) || outDir}.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await rm(staged, { recursive: true, force: true });
}

function run(command: string, commandArguments: readonly string[]): void {
  const { status, error } = spawnSync(command, commandArguments, {
    cwd: root,
    env: { ...process.env, OUT_DIR: staged, CACHE_DIR: cacheDir },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) {
    throw new Error(`BUILD_FAILED: ${command} ended with ${status}. The site is as it was before.`);
  }
}
