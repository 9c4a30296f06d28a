/** Changes the scripts that Pagefind has written beside an index, for index-site.ts. */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What is changed in Pagefind's scripts; each place stands once in each of them.
 *
 * - Where a part of the index can't be loaded, Pagefind answers as if no page held the word. A reader would be told
 *   what isn't true, so the search is made to fail instead: src/search/lasting-index.ts asks again.
 * - What it can't load it reports on the console, and where it can't start it throws where nobody catches it. Both
 *   are for the search to say, which fails for the same reasons.
 */
const scriptChanges: readonly { find: RegExp; replace: string }[] = [
  { find: /("load_index_chunk"\)\))\.catch\(\(\)=>\{\}\)/g, replace: '$1' },
  { find: /("load_filter_chunk"\)\))\.catch\(\(\)=>\{\}\)/g, replace: '$1' },
  { find: /(this\.init\(options2?\?\.language\));/g, replace: '$1.catch(()=>{});' },
  { find: /console\.error\(`Failed to load Pagefind metadata:[^`]*`\);/g, replace: '' },
  { find: /console\.error\(`Failed to load the meta index:[^`]*`\);/g, replace: 'throw e;' },
  { find: /console\.error\(`Failed to load the Pagefind WASM:[^`]*`\);/g, replace: '' },
  { find: /console\.error\(`Failed to load the index chunk [^`]*`\);/g, replace: '' },
];

export async function changeScripts(folder: string): Promise<void> {
  for (const name of ['pagefind.js', 'pagefind-worker.js']) {
    const file = path.join(folder, name);
    let script = await readFile(file, 'utf8');
    for (const { find, replace } of scriptChanges) {
      if (script.match(find)?.length !== 1)
        throw new Error(`${name} reads otherwise than it did: look at scriptChanges for ${find}.`);
      script = script.replace(find, replace);
    }
    await writeFile(file, script);
  }
}
