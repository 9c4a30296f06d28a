/** Reads what people edit: the lists as received, the topics, the rulings, the redirects. */
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../src/papers/problem.ts';
import { displayPath, readText } from './read-text.ts';

/** A text file of the content folder, under the name that messages show. */
export interface SourceText {
  file: string;
  text: string;
}

export interface Sources {
  /** In the order of their file names. `id` is the name without `.md`. */
  lists: (SourceText & { id: string })[];
  topics?: SourceText;
  corrections?: SourceText;
  redirects?: SourceText;
  problems: Problem[];
}

/** Reads `lists/*.md`, and topics.yaml, corrections.yaml and redirects.yaml where they exist. */
export async function readSources(contentDir: string): Promise<Sources> {
  const sources: Sources = { lists: [], problems: [] };
  const folder = path.join(contentDir, 'lists');
  const names = await namesIn(folder);
  const lists = (names ?? []).filter((name) => name.endsWith('.md')).sort();
  if (lists.length === 0) {
    sources.problems.push({
      file: displayPath(folder),
      line: 1,
      column: 1,
      name: 'NO_LISTS',
      severity: names ? 'warning' : 'error',
      what: names ? 'The folder holds no list.' : 'There is no such folder.',
      todo: 'Put lists there as *.md, or set CONTENT_DIR to a folder that has lists/*.md.',
    });
  }
  for (const name of lists) {
    const source = await readSource(path.join(folder, name), sources.problems);
    if (source) sources.lists.push({ ...source, id: name.slice(0, -'.md'.length) });
  }
  const others = (await namesIn(contentDir)) ?? [];
  for (const key of ['topics', 'corrections', 'redirects'] as const) {
    if (!others.includes(`${key}.yaml`)) continue;
    const source = await readSource(path.join(contentDir, `${key}.yaml`), sources.problems);
    if (source) sources[key] = source;
  }
  return sources;
}

async function namesIn(folder: string): Promise<string[] | undefined> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

async function readSource(file: string, problems: Problem[]): Promise<SourceText | undefined> {
  const result = await readText(file);
  const problem = 'problem' in result ? result.problem : findNul(result.text, displayPath(file));
  if (problem) problems.push(problem);
  return 'text' in result && !problem ? { file: displayPath(file), text: result.text } : undefined;
}

/** Markdown and YAML have no NUL: a parser would put another character in its place, unasked. */
function findNul(text: string, file: string): Problem | undefined {
  const at = text.indexOf('\0');
  if (at < 0) return undefined;
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return {
    file,
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    name: 'FILE_HAS_NUL',
    severity: 'error',
    what: 'The file holds a NUL byte, which no text has.',
    todo: 'Remove it; if there are many, the file is UTF-16 or no text at all: save it as UTF-8.',
  };
}
