/**
 * What a list's fragments lead to: `<list>.anchors.json` beside the entries, written by scripts/generate.ts
 * and read by the site. A row per heading, so that it reads as a diff.
 */
import { z } from 'zod';

/** A place in the list, and the ids that lead to it. Neither a paper nor `notes`: the list's own heading. */
export const anchorSchema = z.strictObject({
  /** The segment of the paper's address. */
  paper: z.string().min(1).optional(),
  /** The number of the heading among those of the paper's body, from 0; missing for the paper's own. */
  heading: z.int().nonnegative().optional(),
  /** The heading `# TLDR/Notes`. */
  notes: z.literal(true).optional(),
  /** The first is the one to use; each stands in the list once. A paper that is nowhere linked has none. */
  ids: z.array(z.string().min(1)),
});

export const listAnchorsSchema = z.strictObject({
  /** The list's file name without `.md`. */
  id: z.string().min(1),
  /** The list's heading, repaired. */
  title: z.string().min(1),
  /** In the order of the list's index, then of each paper's headings. */
  anchors: z.array(anchorSchema),
});

export type Anchor = z.infer<typeof anchorSchema>;
export type ListAnchors = z.infer<typeof listAnchorsSchema>;

/** The whole file. */
export function renderListAnchors(list: ListAnchors): string {
  const { id, title, anchors } = listAnchorsSchema.parse(list);
  const rows = anchors.map((anchor) => JSON.stringify(anchor)).join(',\n');
  return `{"id": ${JSON.stringify(id)}, "title": ${JSON.stringify(title)}, "anchors": [\n${rows}\n]}\n`;
}
