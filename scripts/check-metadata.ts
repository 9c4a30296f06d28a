/** Holds content/metadata.json, where there is one, against the papers of the lists. */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { checkMetadata } from '../src/papers/metadata/choose-metadata.ts';
import type { Problem } from '../src/papers/problem.ts';
import type { Settings } from '../src/settings.ts';
import type { Library } from './build-library.ts';
import { placeOfArxiv, readMetadata } from './read-papers.ts';

/** What is wrong with the file, or a warning for each paper that it has nothing on or contradicts. */
export async function checkLibraryMetadata(
  { files, papers }: Library,
  { contentDir, papersDir }: Pick<Settings, 'contentDir' | 'papersDir'>,
): Promise<Problem[]> {
  const file = path.join(contentDir, 'metadata.json');
  const isThere = await access(file).then(
    () => true,
    () => false,
  );
  if (!isThere) return [];
  const { metadata, problems } = await readMetadata(file);
  if (problems.length > 0) return problems;
  return papers.flatMap(({ segment, entry }) => {
    const name = `${segment}.mdx`;
    const place = placeOfArxiv(path.join(papersDir, name), files.get(name) ?? '');
    return checkMetadata(entry, metadata, place);
  });
}
