/** Checks a built site as it stands in its folder: what pages link to, and what the files beside them do. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import type { Settings } from '../../src/settings.ts';
import { serveFolder } from '../serve-folder.ts';
import { readDataFiles } from './data-files.ts';
import { checkInternalLinks, pageOfLinks, type InternalLinks } from './internal.ts';

/** `at` tells an address of the result as the site's readers know it. */
export async function checkSite({
  outDir,
  basePath,
  siteUrl,
}: Pick<Settings, 'outDir' | 'basePath' | 'siteUrl'>): Promise<{
  links: InternalLinks;
  at: (url: string) => string;
}> {
  const dataFiles = await readDataFiles(outDir, basePath);
  // What follows links reads nothing but pages.
  const asPages = new Map(Array.from(dataFiles, ([file, found]) => [file, pageOfLinks(found)]));
  const pages = await Array.fromAsync(glob('**/*.html', { cwd: outDir, exclude: ['pagefind'] }));
  const addresses = pages.map((page) =>
    page
      .split(path.sep)
      .join('/')
      .replace(/(^|\/)index\.html$/, '$1'),
  );
  await using server = await serveFolder(outDir, basePath, asPages);
  const links = await checkInternalLinks({
    url: server.url,
    siteUrl,
    files: [...addresses, ...dataFiles.keys()],
  });
  const { origin } = new URL(server.url);
  return { links, at: (url) => url.replace(origin, '') };
}
