/**
 * Builds, once per test run, the sites that the site and browser tests look at: with `npm run build`, as a
 * person would. Each site stands in its own folder at its base path, so that serving that folder as a root
 * serves the site as its host would.
 */
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const library = path.join(root, 'tests/fixtures/library');

/** The sites by name. `serverRoot` is what to serve; the site is at `base` beneath it. */
export const sites = {
  root: site('root', '/'),
  /** As GitHub Actions would build it: the only one that knows its repository. */
  base: site('base', '/papers/notes/', undefined, { GITHUB_REPOSITORY: 'owner/name' }),
  fixture: site('fixture', '/', library),
  fixtureBase: site('fixture-base', '/its/own/', library),
};
export type Site = (typeof sites)['root'];

function site(
  name: string,
  base: string,
  contentDir?: string,
  variables: Record<string, string> = {},
) {
  const serverRoot = path.join(root, '.cache/test-sites', name);
  return { name, base, contentDir, variables, serverRoot, outDir: path.join(serverRoot, base) };
}

export default function setup(): void {
  rmSync(path.join(root, '.cache/test-sites'), { recursive: true, force: true });
  for (const { base, contentDir, variables, outDir } of Object.values(sites)) {
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      OUT_DIR: outDir,
      BASE_PATH: base,
      SITE_URL: 'https://papers.example.org',
    };
    // What vitest sets would turn Astro's production build into a test build.
    for (const name of ['NODE_ENV', 'VITEST', 'TEST', 'CONTENT_DIR', 'PAPERS_DIR'])
      Reflect.deleteProperty(env, name);
    // The tests may run in GitHub Actions themselves.
    for (const name of ['GITHUB_REPOSITORY', 'GITHUB_SERVER_URL'])
      Reflect.deleteProperty(env, name);
    Object.assign(env, variables);
    if (contentDir) env['CONTENT_DIR'] = contentDir;
    const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`npm run build failed for ${outDir}:\n${stdout}\n${stderr}`);
  }
}
