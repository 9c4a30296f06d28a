/** Reads the generated entries and what was fetched for them. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import matter from 'gray-matter';
import { parseMetadata } from '../src/papers/metadata/parse-metadata.ts';
import type { Metadata } from '../src/papers/metadata/schema.ts';
import type { Place, Problem } from '../src/papers/problem.ts';
import { paperSchema, type PaperEntry } from '../src/papers/schema.ts';
import { displayPath, readText } from './read-text.ts';

/** A paper and the place of its arXiv identifier, or of its beginning. */
export interface ListedPaper {
  entry: PaperEntry;
  place: Place;
}

/** The papers of a folder of entries, in the order of their file names. */
export async function readListedPapers(
  papersDir: string,
): Promise<{ papers: ListedPaper[]; problems: Problem[] }> {
  const names = await readdir(papersDir).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const papers: ListedPaper[] = [];
  const problems: Problem[] = [];
  for (const name of names.filter((name) => name.endsWith('.mdx')).sort()) {
    const text = await readFile(path.join(papersDir, name), 'utf8');
    const place = placeOfArxiv(path.join(papersDir, name), text);
    const entry = paperSchema.safeParse(matter(text).data);
    if (entry.success) papers.push({ entry: entry.data, place });
    else {
      problems.push({
        ...place,
        name: 'ENTRY_NOT_CURRENT',
        severity: 'error',
        what: 'Its front matter is not what the project writes.',
        todo: 'Run "npm run generate".',
      });
    }
  }
  return { papers, problems };
}

/** Where an entry has its arXiv identifier, or begins. */
export function placeOfArxiv(file: string, text: string): Place {
  const line = text.split('\n').findIndex((line) => line.startsWith('arxiv:')) + 1;
  return { file: displayPath(file), line: line || 1, column: 1 };
}

/** What content/metadata.json holds; nothing where there is no such file. */
export async function readMetadata(
  file: string,
): Promise<{ metadata: Metadata; problems: Problem[] }> {
  const source = await readText(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return { text: '' };
    throw error;
  });
  if ('text' in source) return parseMetadata(source.text, displayPath(file));
  return { metadata: { papers: {} }, problems: [source.problem] };
}
