/** Topics: what people file papers under. content/topics.yaml names them and the terms that decide. */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Problem } from './problem.ts';

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
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const problems: Problem[] = [];
  const report = (offset: number, what: string, todo: string) => {
    const { line, col } = lineCounter.linePos(offset);
    problems.push({
      file,
      line,
      column: col,
      name: 'TOPICS_INVALID',
      severity: 'error',
      what,
      todo,
    });
  };
  for (const error of document.errors)
    report(error.pos[0], error.message.split('\n')[0] ?? '', 'Mend the YAML.');
  if (problems.length > 0 || document.contents === null) return { topics: [], problems };
  if (!isSeq(document.contents)) {
    report(0, 'topics.yaml is not a list.', 'Write "- id: …" for each topic.');
    return { topics: [], problems };
  }
  const topics: Topic[] = [];
  for (const node of document.contents.items) {
    const offset = isMap(node) ? (node.range?.[0] ?? 0) : 0;
    const result = topicSchema.safeParse(isMap(node) ? node.toJS(document) : node);
    if (!result.success) {
      for (const issue of result.error.issues) {
        report(
          offset,
          `${issue.path.join('.') || 'topic'}: ${issue.message}.`,
          'Give id, en, zh and patterns.',
        );
      }
    } else if (topics.some(({ id }) => id === result.data.id)) {
      report(
        offset,
        `There is a topic "${result.data.id}" already.`,
        'Give each topic an id of its own.',
      );
    } else topics.push(result.data);
  }
  return { topics, problems };
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
