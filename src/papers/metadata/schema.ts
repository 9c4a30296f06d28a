/**
 * What arXiv says of a paper and its list doesn't: content/metadata.json, written by scripts/metadata.ts and
 * read by the site where it is there. A person may edit it.
 */
import { z } from 'zod';

const day = z.iso.date('a day such as 2025-06-15');

/** `10.`, who gave it, a slash, and what it is of (DOI Handbook, section 2.2). */
export const doiSchema = z.string().regex(/^10\.\d+(?:\.\d+)*\/\S+$/, 'a DOI such as 10.1000/182');

/** Where U+FFFD stands, a character was lost on the way. */
const text = z
  .string()
  .min(1)
  .refine((value) => !value.includes('\uFFFD'), 'it holds U+FFFD, in place of a lost character');

export const paperMetadataSchema = z.strictObject({
  /** The title at arXiv, to tell whether this is the paper of the list. */
  title: text,
  /** In their order, as they write themselves. */
  authors: z.array(text).min(1),
  /** arXiv's classification, the primary category first: `cs.CV`. */
  categories: z.array(z.string().min(1)),
  /** Of the published version; arXiv's own is not given here. */
  doi: doiSchema.optional(),
  /** Where it was published, in the authors' words. */
  journalRef: text.optional(),
  /** The day of the first version. */
  published: day,
  /** The day of the version that was asked for. */
  updated: day,
  /** True where a person has found that it is the list's paper although the titles differ. */
  confirmed: z.literal(true).optional(),
});

/** By arXiv identifier as the lists give it, with its version: `2506.12849v1`. */
export const metadataSchema = z.strictObject({
  papers: z.record(z.string().min(1), paperMetadataSchema),
});

export type PaperMetadata = z.infer<typeof paperMetadataSchema>;
export type Metadata = z.infer<typeof metadataSchema>;

/** The whole file, in the order of the identifiers, so that a change reads as a diff. */
export function renderMetadata({ papers }: Metadata): string {
  const sorted = Object.entries(papers).sort(([a], [b]) => (a < b ? -1 : 1));
  const valid = metadataSchema.parse({ papers: Object.fromEntries(sorted) });
  return `${JSON.stringify(valid, null, 2)}\n`;
}
