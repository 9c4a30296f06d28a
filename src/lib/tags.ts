/**
 * Tags: the terms of the lists' headings and the topics that papers are filed under, in one namespace. A term
 * and a topic with the same id are one tag, which holds the papers of both.
 */
import { slug } from 'github-slugger';
import { pathSegment } from '../papers/path-segment.ts';
import type { Language } from './language.ts';
import type { Topic } from '../papers/topics.ts';
import type { Paper } from './papers.ts';

export interface Tag {
  /** The last part of its page's address. */
  id: string;
  name: string;
  nameZh?: string;
  isTerm: boolean;
  isTopic: boolean;
  /** In the order of the index. */
  papers: Paper[];
}

/** What papers need to know to link to a tag. */
export type TagName = Pick<Tag, 'id' | 'name' | 'nameZh'>;

/** A tag's name in a language, or its English one where it has no other. */
export function tagNameIn(
  { name, nameZh }: TagName,
  language: Language,
): { name: string; language: Language } {
  return language === 'zh' && nameZh !== undefined
    ? { name: nameZh, language }
    : { name, language: 'en' };
}

/** The id of a list's search term: `RL` is `rl`. */
export function termId(term: string): string {
  return slug(term) || pathSegment(term);
}

/** The tags that have papers, those with most papers first. */
export function collectTags(papers: readonly Paper[], topics: readonly Topic[]): Tag[] {
  const tags = new Map<string, Tag>();
  const add = (
    id: string,
    name: string,
    kind: 'isTerm' | 'isTopic',
    paper: Paper,
    nameZh?: string,
  ) => {
    const tag = tags.get(id) ?? { id, name, isTerm: false, isTopic: false, papers: [] };
    tag[kind] = true;
    if (nameZh !== undefined) Object.assign(tag, { name, nameZh });
    if (!tag.papers.includes(paper)) tag.papers.push(paper);
    tags.set(id, tag);
  };
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  for (const paper of papers) {
    for (const term of paper.terms) add(termId(term), term, 'isTerm', paper);
    for (const id of paper.topics) {
      const topic = byId.get(id);
      add(id, topic?.en ?? id, 'isTopic', paper, topic?.zh);
    }
  }
  return [...tags.values()].sort(
    (a, b) => b.papers.length - a.papers.length || a.name.localeCompare(b.name, 'en'),
  );
}

/** How many tags a tag's page names beside it. */
const MOST_BESIDE = 8;

/** The tags that papers of `tag` have most often, each with these papers; none that all papers have. */
export function tagsBeside(tag: Tag, tags: readonly Tag[]): Tag[] {
  const everything = new Set(tags.flatMap(({ papers }) => papers)).size;
  return tags
    .filter((other) => other.id !== tag.id && other.papers.length < everything)
    .map((other) => ({
      ...other,
      papers: other.papers.filter((paper) => tag.papers.includes(paper)),
    }))
    .filter(({ papers }) => papers.length > 0)
    .sort((a, b) => b.papers.length - a.papers.length)
    .slice(0, MOST_BESIDE);
}

/** A paper's topics in the order of topics.yaml. */
export function topicNames(paper: Paper, topics: readonly Topic[]): TagName[] {
  const byId = new Map(topics.map(({ id, en, zh }) => [id, { id, name: en, nameZh: zh }]));
  return paper.topics.map((id) => byId.get(id) ?? { id, name: id });
}

/** A paper's terms, each once. */
export function termNames(paper: Paper): TagName[] {
  const byId = new Map(paper.terms.map((term) => [termId(term), term]));
  return [...byId].map(([id, name]) => ({ id, name }));
}

/** A paper's terms and topics, each tag once. */
export function tagNames(paper: Paper, topics: readonly Topic[]): TagName[] {
  const names = [...termNames(paper), ...topicNames(paper, topics)];
  return [...new Map(names.map((tag) => [tag.id, tag])).values()];
}
