/** Topics: what people file papers under. content/topics.yaml names them and the terms that decide. */
import { z } from 'zod';
import type { Problem } from './problem.ts';
import { parseYamlList } from './yaml-list.ts';

export const topicSchema = z.strictObject({
  /** The last part of the topic's address: `/tags/<id>/`. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens'),
  /** The English name. */
  en: z.string().min(1),
  /** The Chinese name. */
  zh: z.string().min(1),
  /**
   * Whole words or phrases, in any case, that put a paper under the topic. A space also matches a hyphen or
   * a line break, and a plural s is allowed. Chinese has no word boundaries: a Chinese pattern matches anywhere.
   */
  patterns: z.array(z.string().min(1)).min(1),
});

export type Topic = z.infer<typeof topicSchema>;

/** Reads topics.yaml. Every error is reported with its place; topics without errors are returned. */
export function parseTopics(text: string, file: string): { topics: Topic[]; problems: Problem[] } {
  const name = 'TOPICS_INVALID';
  const format = { item: topicSchema, name, todo: 'Give each topic id, en, zh and patterns.' };
  const { items, problems } = parseYamlList(text, file, format);
  const topics = new Map<string, Topic>();
  for (const { value, place } of items) {
    if (!topics.has(value.id)) topics.set(value.id, value);
    else
      problems.push({
        ...place,
        name,
        severity: 'error',
        what: `There is a topic "${value.id}" already.`,
        todo: 'Give each topic an id of its own.',
      });
  }
  return { topics: [...topics.values()], problems };
}

/** The ids of the topics whose patterns match the text, in the order of the topics. */
export function matchTopics(text: string, topics: readonly Topic[]): string[] {
  return topics
    .filter(({ patterns }) => patterns.some((p) => wholeWords(p).test(text)))
    .map(({ id }) => id);
}

const letterOrDigit = '[\\p{Script=Latin}\\p{N}]';

function wholeWords(pattern: string): RegExp {
  const words = pattern
    .trim()
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const body = words.join('[\\s-]+');
  const starts = new RegExp(`^${letterOrDigit}`, 'u').test(pattern);
  const ends = new RegExp(`${letterOrDigit}$`, 'u').test(pattern);
  return new RegExp(
    `${starts ? `(?<!${letterOrDigit})` : ''}${body}${ends ? `s?(?!${letterOrDigit})` : ''}`,
    'iu',
  );
}
