/** Reads content/metadata.json, which people may have edited: what is wrong is reported, never dropped. */
import { z } from 'zod';
import type { Problem } from '../problem.ts';
import { metadataSchema, type Metadata } from './schema.ts';

/** The metadata; none of it where the text has an error. An empty text has none and no error. */
export function parseMetadata(
  text: string,
  file: string,
): { metadata: Metadata; problems: Problem[] } {
  const none: Metadata = { papers: {} };
  if (text.trim() === '') return { metadata: none, problems: [] };
  const problem = (what: string, line = 1): Problem => ({
    file,
    line,
    column: 1,
    name: 'METADATA_INVALID',
    severity: 'error',
    what,
    todo: 'Mend it, or delete the file and run "npm run metadata".',
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { metadata: none, problems: [problem(`It is not JSON: ${(error as Error).message}.`)] };
  }
  const result = metadataSchema.safeParse(value);
  if (result.success) return { metadata: result.data, problems: [] };
  const problems = result.error.issues.map((issue) => {
    const line = lineOfKey(text, issue.path[1]);
    return problem(`${z.core.toDotPath(issue.path) || 'the file'}: ${issue.message}.`, line);
  });
  return { metadata: none, problems };
}

function lineOfKey(text: string, key: PropertyKey | undefined): number {
  const at = key === undefined ? -1 : text.indexOf(`${JSON.stringify(key)}:`);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}
