/**
 * Where things are, from the environment. Everything that reads or writes files asks here, so that one
 * build of another folder never touches this project's own entries.
 */
import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

export interface Settings {
  /** The project's root. */
  root: string;
  /** Holds `lists/*.md` and, optionally, corrections.yaml and topics.yaml. `CONTENT_DIR`. */
  contentDir: string;
  /** The generated entries. `PAPERS_DIR`; by default content/papers, or .papers/… for another folder. */
  papersDir: string;
  /** The built site. `OUT_DIR`, by default dist. */
  outDir: string;
  /** What can be made anew: pictures, answers of other servers. `CACHE_DIR`, by default .cache. */
  cacheDir: string;
  /** The origin that the site is served from, without the base path. `SITE_URL`. */
  siteUrl: string;
  /** The path that the site is served under, `/` or `/name/`. `BASE_PATH`. */
  basePath: string;
}

/** Reads the settings from `env`; relative folders are taken from the current directory. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const ownContent = path.join(root, 'content');
  const contentDir = path.resolve(env['CONTENT_DIR'] || ownContent);
  // Entries of another folder may not land in content/, and that folder may be read-only: keep them here.
  const digest = createHash('sha256').update(contentDir).digest('hex').slice(0, 8);
  const papersDir = env['PAPERS_DIR']
    ? path.resolve(env['PAPERS_DIR'])
    : contentDir === ownContent
      ? path.join(ownContent, 'papers')
      : path.join(root, '.papers', `${path.basename(contentDir)}-${digest}`);
  return {
    root,
    contentDir,
    papersDir,
    outDir: path.resolve(root, env['OUT_DIR'] || 'dist'),
    cacheDir: path.resolve(root, env['CACHE_DIR'] || '.cache'),
    siteUrl: env['SITE_URL'] || 'http://localhost:4321',
    basePath: `/${(env['BASE_PATH'] ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/'),
  };
}
