/**
 * The shape of a paper's front matter: one schema for the writer (scripts/generate.ts) and the reader
 * (src/content.config.ts). The body of an entry is MDX: `## Abstract`, then the notes.
 */
import { z } from 'zod';

const count = z.int().nonnegative();

/** An http(s) address; anything else (`javascript:`, relative) is refused. */
export const webUrl = z.url({ protocol: /^https?$/ });

/** A list that the paper stands in. */
export const listMembership = z.strictObject({
  /** The list's file name without `.md`. */
  id: z.string().min(1),
  /** The list's heading, repaired: `Paper List of Terms(Reward+RL+Medical)`. */
  title: z.string().min(1),
  /** The paper's place in the list's index, from 1. */
  position: z.int().positive(),
});

/** How many characters of the paper had to be reconstructed, and how they were settled. */
export const repairSummary = z.strictObject({
  /** Gaps that only one character fits. */
  exact: count,
  /** Gaps that the language model settled. */
  decoder: count,
  /** Gaps that a human reader ruled on. */
  correction: count,
  /** Gaps left as they were received. */
  unresolved: count,
  /** Of the decoder's gaps, those with a narrow margin. */
  uncertain: count,
});

export const paperSchema = z.strictObject({
  /** The list's own slug, to the letter: `capo--reinforcing-…`. Links to it exist in the world. */
  id: z.string().min(1),
  title: z.string().min(1),
  /** The Chinese title from the notes, after the bar in `论文解读 | …`. */
  titleZh: z.string().min(1).optional(),
  /** Year and month: `2025-06`. */
  date: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2025-06'),
  /** arXiv identifier with its version, where the list gives one: `2506.12849v1`. */
  arxiv: z.string().min(1).optional(),
  /** What lists also call it at arXiv: another version, or `math.GT/0309136` for `math/0309136`. */
  arxivAliases: z.array(z.string().min(1)).min(1).optional(),
  links: z.strictObject({
    /** The paper's page: the arXiv abstract page, or the address the list gives. */
    paper: webUrl.optional(),
    pdf: webUrl.optional(),
    code: webUrl.optional(),
  }),
  /** The lists that hold the paper, first the one whose text this entry shows. */
  lists: z.array(listMembership).min(1),
  /** Search terms from the lists' headings: `Reward`, `RL`, `Medical`. */
  terms: z.array(z.string().min(1)),
  /** Ids from content/topics.yaml. */
  topics: z.array(z.string().min(1)),
  repair: repairSummary,
});

/** A paper's front matter. */
export type PaperEntry = z.infer<typeof paperSchema>;
