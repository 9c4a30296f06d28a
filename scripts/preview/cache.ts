/** The folder of painted pictures and manifests. */
import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { readManifest } from '../../src/preview/manifest.ts';

/** Another build may have painted a picture and not yet written the manifest that names it. */
const youngest = 24 * 60 * 60 * 1000;

/** Removes the pictures that no manifest of the folder names and that are older than a day. */
export async function removeUnused(folder: string, now = Date.now()): Promise<void> {
  const names = await readdir(folder);
  const used = new Set<string>();
  for (const name of names.filter((name) => name.endsWith('.json'))) {
    const { site, papers } = await readManifest(path.join(folder, name));
    for (const digest of [site, ...Object.values(papers)]) used.add(`${digest}.png`);
  }
  for (const name of names.filter((name) => name.endsWith('.png') && !used.has(name))) {
    const file = path.join(folder, name);
    if (now - (await stat(file)).mtimeMs > youngest) await rm(file);
  }
}
