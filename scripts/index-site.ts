/** Writes the search index of the built site, for build-site.ts. */
import { glob, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import * as pagefind from 'pagefind';
import { readSettings } from '../src/settings.ts';
import { changeScripts } from './pagefind-scripts.ts';

/**
 * Only papers are indexed; lists of them would be found once more for each. Among these are pages that lead
 * on to a paper: Pagefind reads them, and leaves out what has no data-pagefind-body.
 */
const pages = 'papers/*/index.html';

const { outDir, papersDir } = readSettings();
const target = path.join(outDir, 'pagefind');

await rm(target, { recursive: true, force: true });
const built = await Array.fromAsync(glob(pages, { cwd: outDir }));
if (built.length === 0) {
  console.log('No papers to index: the site has no search index.');
} else {
  await writeIndex(built.length);
  await removeInterface();
  await changeScripts(target);
  const papers = await Array.fromAsync(glob('*.mdx', { cwd: papersDir }));
  console.log(`Indexed ${papers.length} papers.`);
}

async function writeIndex(expected: number): Promise<void> {
  try {
    // Whatever language a page is in, its Chinese text is to be cut into words.
    const { index, errors } = await pagefind.createIndex({ forceLanguage: 'zh-cn' });
    if (!index) throw new Error(`Pagefind could not start: ${errors.join('; ')}`);
    const added = await index.addDirectory({ path: outDir, glob: pages });
    refuse('read the pages', added.errors);
    if (added.page_count !== expected) {
      throw new Error(`Pagefind indexed ${added.page_count} of ${expected} pages in ${outDir}.`);
    }
    refuse('write its index', (await index.writeFiles({ outputPath: target })).errors);
  } finally {
    await pagefind.close();
  }
}

/** Pagefind writes interfaces of its own beside the index; the site has one already. */
async function removeInterface(): Promise<void> {
  const unused = (await readdir(target)).filter((name) =>
    /^pagefind-.*(ui|highlight)\.(js|css)$/.test(name),
  );
  await Promise.all(unused.map((name) => rm(path.join(target, name))));
}

function refuse(task: string, errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind could not ${task}: ${errors.join('; ')}`);
}
