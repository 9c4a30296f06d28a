/** Reads the collections once for a page: all papers in order, the topics, and the tags of both. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { chooseMetadata } from '../papers/metadata/choose-metadata.ts';
import type { Redirect } from '../papers/redirects.ts';
import type { Topic } from '../papers/topics.ts';
import { textOf } from './body-text.ts';
import { comparePapers, toPaper, type Paper } from './papers.ts';
import { collectTags, type Tag } from './tags.ts';

export type Entry = CollectionEntry<'papers'>;

export interface Library {
  papers: Paper[];
  topics: Topic[];
  tags: Tag[];
  /** Slugs of old, and the papers that they lead to. */
  redirects: Redirect[];
  /** The collection entry behind a paper. */
  entries: Map<string, Entry>;
}

export async function loadLibrary(): Promise<Library> {
  const entries = await getCollection('papers');
  const topics = (await getEntry('taxonomy', 'topics'))?.data.topics ?? [];
  const metadata = (await getEntry('metadata', 'metadata'))?.data ?? { papers: {} };
  const changes = (await getEntry('changes', 'changes'))?.data.files ?? {};
  const papers = entries
    .map((entry) =>
      toPaper(entry.id, entry.data, textOf(entry), {
        metadata: chooseMetadata(entry.data, metadata),
        changed: changes[`${entry.id}.mdx`],
      }),
    )
    .sort(comparePapers);
  return {
    papers,
    topics,
    tags: collectTags(papers, topics),
    redirects: (await getEntry('redirects', 'redirects'))?.data.redirects ?? [],
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
}
