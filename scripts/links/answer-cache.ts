/** What other servers answered, kept in a file, so that they are not asked again at every check. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../write-whole.ts';
import type { Answer } from './probe.ts';

const cacheSchema = z.record(
  z.string(),
  z.strictObject({
    /** When it was asked. */
    asked: z.iso.datetime(),
    outcome: z.enum(['alive', 'moved', 'dead']),
    reason: z.string(),
    target: z.string().optional(),
  }),
);

type Kept = z.infer<typeof cacheSchema>;

const DAY = 24 * 60 * 60 * 1000;

export class AnswerCache {
  readonly #file: string;
  readonly #kept: Map<string, Kept[string]>;
  #saving: Promise<void> | undefined;
  #isCurrent = true;

  private constructor(file: string, kept: Kept) {
    this.#file = file;
    this.#kept = new Map(Object.entries(kept));
  }

  /** Opens the cache; an absent or unreadable file is an empty one: all in it can be asked again. */
  static async open(file: string): Promise<AnswerCache> {
    try {
      return new AnswerCache(file, cacheSchema.parse(JSON.parse(await readFile(file, 'utf8'))));
    } catch {
      return new AnswerCache(file, {});
    }
  }

  /** An answer at most `maxAge` days old. What was dead is looked at again after a day. */
  get(url: string, maxAge: number, now = Date.now()): Answer | undefined {
    const kept = this.#kept.get(url);
    if (!kept) return undefined;
    const { asked, outcome, reason, target } = kept;
    const days = outcome === 'dead' ? Math.min(1, maxAge) : maxAge;
    if (now - Date.parse(asked) >= days * DAY) return undefined;
    return { outcome, reason, ...(target !== undefined && { target }) };
  }

  /** Remembers an answer, unless it is unsure: that may be another tomorrow. */
  set(url: string, { outcome, reason, target }: Answer, now = Date.now()): void {
    if (outcome === 'unsure' || outcome === 'unreachable') return;
    const asked = new Date(now).toISOString();
    this.#kept.set(url, { asked, outcome, reason, ...(target !== undefined && { target }) });
  }

  /** Writes the file. What is remembered meanwhile is written by the same call. */
  save(): Promise<void> {
    this.#isCurrent = false;
    this.#saving ??= this.#write().finally(() => (this.#saving = undefined));
    return this.#saving;
  }

  async #write(): Promise<void> {
    while (!this.#isCurrent) {
      this.#isCurrent = true;
      await writeWhole(this.#file, `${JSON.stringify(Object.fromEntries(this.#kept), null, 2)}\n`);
    }
  }
}
