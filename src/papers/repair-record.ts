/**
 * What a reader is shown of a paper's repair: one record beside each entry that had damage,
 * `<segment>.repair.json`, written by scripts/generate.ts and read by the site. A row per character, so that
 * it reads as a diff.
 */
import { z } from 'zod';

const count = z.int().nonnegative();

/** So many of the other characters that a gap could have been are kept. */
export const MOST_RIVALS = 5;

/** A reader's ruling on characters of this paper. */
export const recordedRuling = z.strictObject({
  restored: z.string().min(1),
  why: z.string().min(1),
  whyZh: z.string().min(1).optional(),
});

/** One damaged character. */
export const restoredCharacter = z.strictObject({
  /** Its place in the entry's body, see counted-characters.ts. Missing where the body doesn't show it. */
  at: count.optional(),
  /** The characters as they stand in the list. */
  received: z.string().min(1),
  chosen: z.string().min(1),
  /** What else it could have been, best first, one character after another. */
  rivals: z.string(),
  source: z.enum(['exact', 'decoder', 'correction', 'unresolved']).default('decoder'),
  /** What the decoder would have chosen, where a ruling chose otherwise. */
  overruled: z.string().min(1).optional(),
  /** The decoder's lead over the best rival, in nats. */
  margin: z.number().optional(),
  uncertain: z.literal(true).optional(),
  /** The place in `rulings` of the one that settled it. */
  ruling: count.optional(),
  /** The text around it, where a person will want to judge: uncertain and ruled characters. */
  before: z.string().optional(),
  after: z.string().optional(),
});

export const repairRecordSchema = z
  .strictObject({ rulings: z.array(recordedRuling), gaps: z.array(restoredCharacter).min(1) })
  .refine(({ rulings, gaps }) => gaps.every(({ ruling = -1 }) => ruling < rulings.length), {
    message: 'a character names a ruling that is not there',
    path: ['gaps'],
  });

export type RecordedRuling = z.infer<typeof recordedRuling>;
export type RestoredCharacter = z.infer<typeof restoredCharacter>;
export type RepairRecord = z.infer<typeof repairRecordSchema>;

/** The whole file. */
export function renderRepairRecord(record: RepairRecord): string {
  const { rulings, gaps } = repairRecordSchema.parse(record);
  // Most are the decoder's: that goes without saying.
  const short = gaps.map(({ source, ...gap }) => (source === 'decoder' ? gap : { ...gap, source }));
  return `{"rulings": ${rows(rulings)}, "gaps": ${rows(short)}}\n`;
}

function rows(values: readonly object[]): string {
  return values.length === 0 ? '[]' : `[\n${values.map((v) => JSON.stringify(v)).join(',\n')}\n]`;
}
