/** A YAML file that is a list of like items, as people write them. */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Place, Problem } from './problem.ts';

/** How a list of one kind is read, and what is said of one that can't be. */
export interface YamlListFormat<T> {
  item: z.ZodType<T>;
  /** The permanent name of its problems. */
  name: string;
  /** What an item looks like: `Give id, en, zh and patterns.` */
  todo: string;
}

/** Reads a list. Every error is reported with its place; items without errors are returned with theirs. */
export function parseYamlList<T>(
  text: string,
  file: string,
  { item, name, todo }: YamlListFormat<T>,
): { items: { value: T; place: Place }[]; problems: Problem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  const items: { value: T; place: Place }[] = [];
  const problems: Problem[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line, column: col };
  };
  const report = (place: Place, what: string, todo: string) =>
    problems.push({ ...place, name, severity: 'error', what, todo });
  for (const error of document.errors)
    report(placeAt(error.pos[0]), error.message.split('\n')[0] ?? '', 'Mend the YAML.');
  if (problems.length > 0 || document.contents === null) return { items, problems };
  if (!isSeq(document.contents)) {
    report(placeAt(0), `${file.replace(/^.*\//, '')} is not a list.`, todo);
    return { items, problems };
  }
  for (const node of document.contents.items) {
    const place = placeAt(isMap(node) ? (node.range?.[0] ?? 0) : 0);
    const result = item.safeParse(isMap(node) ? node.toJS(document) : node);
    if (result.success) items.push({ value: result.data, place });
    else
      for (const { path, message } of result.error.issues)
        report(place, `${path.join('.') || 'item'}: ${message}.`, todo);
  }
  return { items, problems };
}
