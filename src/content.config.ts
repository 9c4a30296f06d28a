/** What the site is built from: the generated entries, the topics that people edit, the drawn pictures. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { readLastChanges } from './lib/last-changes.ts';
import { listAnchorsSchema } from './papers/anchors/schema.ts';
import { formatProblem } from './papers/problem.ts';
import { parseMetadata } from './papers/metadata/parse-metadata.ts';
import { metadataSchema } from './papers/metadata/schema.ts';
import { parseRedirects, redirectSchema } from './papers/redirects.ts';
import { paperSchema } from './papers/schema.ts';
import { parseTopics, topicSchema } from './papers/topics.ts';
import { listPictures } from './preview/manifest.ts';
import { readSettings } from './settings.ts';

const { contentDir, papersDir, cacheDir } = readSettings();

const papers = defineCollection({
  // The file's name, to the letter: the loader's own id would be slugified once more.
  loader: glob({
    base: papersDir,
    pattern: '*.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: paperSchema,
});

/** The lists, and what their fragments lead to. */
const lists = defineCollection({
  loader: glob({
    base: papersDir,
    pattern: '*.anchors.json',
    generateId: ({ entry }) => entry.replace(/\.anchors\.json$/, ''),
  }),
  schema: listAnchorsSchema,
});

/** One entry: topics are read as a whole, in the order people gave them, and a library may have none. */
const taxonomy = defineCollection({
  loader: async () => {
    const file = path.join(contentDir, 'topics.yaml');
    const { topics, problems } = parseTopics(await readIfThere(file), file);
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
    return [{ id: 'topics', topics }];
  },
  schema: z.object({ topics: z.array(topicSchema) }),
});

/** One entry: what arXiv says of the papers, where it was fetched. */
const metadata = defineCollection({
  loader: async () => {
    const file = path.join(contentDir, 'metadata.json');
    const { metadata, problems } = parseMetadata(await readIfThere(file), file);
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
    return [{ id: 'metadata', ...metadata }];
  },
  schema: z.object(metadataSchema.shape),
});

/** One entry: the slugs of old, and the papers that they lead to. */
const redirects = defineCollection({
  loader: async () => {
    const file = path.join(contentDir, 'redirects.yaml');
    const { redirects, problems } = parseRedirects(await readIfThere(file), file);
    if (problems.length > 0) throw new Error(problems.map(formatProblem).join('\n'));
    return [{ id: 'redirects', redirects: redirects.map(({ value }) => value) }];
  },
  schema: z.object({ redirects: z.array(redirectSchema) }),
});

/** One entry: when the entries last changed, by the project's history. */
const changes = defineCollection({
  loader: () => [{ id: 'changes', files: Object.fromEntries(readLastChanges(papersDir)) }],
  schema: z.object({ files: z.record(z.string(), z.string()) }),
});

/** One entry: the pictures for link previews, which are none where scripts/draw-previews.ts could draw none. */
const previews = defineCollection({
  loader: async () => {
    const pictures = await listPictures(cacheDir, papersDir);
    return [
      { id: 'previews', files: Object.fromEntries(pictures.map(({ id, file }) => [id, file])) },
    ];
  },
  schema: z.object({ files: z.record(z.string(), z.string()) }),
});

async function readIfThere(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

export const collections = { papers, lists, taxonomy, metadata, redirects, changes, previews };
