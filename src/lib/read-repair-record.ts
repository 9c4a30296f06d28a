/** Reads the record of a paper's repair, which stands beside its entry. */
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { repairRecordSchema, type RepairRecord } from '../papers/repair-record.ts';

/**
 * The record of the entry in `file`, a path from the project's root; undefined where nothing was damaged.
 * Throws where the file is not what scripts/generate.ts writes.
 */
export async function readRepairRecord(file: string): Promise<RepairRecord | undefined> {
  const record = recordFile(file);
  try {
    return repairRecordSchema.parse(JSON.parse(await readFile(record, 'utf8')));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new Error(
      `REPAIR_RECORD_INVALID: ${record} can't be read. Run "npm run generate", which writes it.`,
      { cause },
    );
  }
}

/** Whether the entry in `file` has a record. */
export async function hasRepairRecord(file: string): Promise<boolean> {
  return access(recordFile(file)).then(
    () => true,
    () => false,
  );
}

function recordFile(entry: string): string {
  return path.resolve(entry.replace(/\.mdx$/, '.repair.json'));
}
