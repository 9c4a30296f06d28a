/** Reads the collections once for a page: all papers in order, the topics, and the tags of both. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import type { Topic } from '../papers/topics.ts';
import { comparePapers, toPaper, type Paper } from './papers.ts';
import { collectTags, type Tag } from './tags.ts';

export interface Library {
  papers: Paper[];
  topics: Topic[];
  tags: Tag[];
  /** The collection entry behind a paper. */
  entries: Map<string, CollectionEntry<'papers'>>;
}

export async function loadLibrary(): Promise<Library> {
  const entries = await getCollection('papers');
  const topics = (await getEntry('taxonomy', 'topics'))?.data.topics ?? [];
  const papers = entries.map(({ id, data }) => toPaper(id, data)).sort(comparePapers);
  return {
    papers,
    topics,
    tags: collectTags(papers, topics),
    entries: new Map(entries.map((entry) => [entry.id, entry])),
  };
}
