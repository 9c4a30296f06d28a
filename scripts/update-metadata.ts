/** Fetches what is missing from the metadata, batch by batch; each batch is handed over to be kept at once. */
import type { ArxivEntry } from '../src/papers/metadata/arxiv-feed.ts';
import type { Metadata } from '../src/papers/metadata/schema.ts';
import { withoutVersion } from '../src/papers/web-address.ts';
import { ArxivUnavailableError, type AskArxiv } from './arxiv-client.ts';

const BATCH = 100;

export interface MetadataUpdate {
  metadata: Metadata;
  /** Identifiers that arXiv answered for. */
  fetched: string[];
  /** Identifiers that could not be asked for, and why. */
  failed: { ids: string[]; why: string }[];
  /** Identifiers that arXiv refused. */
  refused: { id: string; why: string }[];
  /** Identifiers whose entry can't be used, and why. */
  unreadable: { id: string; why: string }[];
  /** What was left out of an entry, and why. */
  leftOut: { id: string; why: string }[];
}

/** `keep` is awaited after each batch that brought something, and `report` told
 * before each. Identifiers are as the lists give them. */
export async function updateMetadata(
  ids: readonly string[],
  known: Metadata,
  ask: AskArxiv,
  keep: (metadata: Metadata) => Promise<void>,
  report: (message: string) => void = () => undefined,
): Promise<MetadataUpdate> {
  const update: MetadataUpdate = {
    metadata: known,
    fetched: [],
    failed: [],
    refused: [],
    unreadable: [],
    leftOut: [],
  };
  const wanted = new Set(ids);
  const queue = toBatches([...wanted]);
  let failuresInARow = 0;
  for (let batch = queue.shift(); batch; batch = queue.shift()) {
    const papers = batch.length === 1 ? 'a paper' : `${batch.length} papers`;
    report(`Asking arXiv for ${papers}; ${update.fetched.length} of ${wanted.size} are here.`);
    try {
      const { entries, unreadable, leftOut, refusal } = await ask(batch);
      failuresInARow = 0;
      if (refusal !== undefined) {
        queue.unshift(...withoutTheRefused(batch, refusal, update));
        continue;
      }
      const found = assign(batch, entries);
      if (found.size > 0) {
        const papers = { ...update.metadata.papers };
        for (const [id, { metadata }] of found) {
          const confirmed = papers[id]?.confirmed;
          papers[id] = { ...metadata, ...(confirmed ? { confirmed } : {}) };
        }
        update.metadata = { papers };
        update.fetched.push(...found.keys());
        await keep(update.metadata);
      }
      for (const { id: answered, why } of unreadable) {
        const id = batch.find((asked) => isAnswerTo(asked, answered));
        if (id !== undefined && !found.has(id)) update.unreadable.push({ id, why });
      }
      for (const { id: answered, why } of leftOut) {
        const id = batch.find((asked) => found.get(asked)?.id === answered);
        if (id !== undefined) update.leftOut.push({ id, why });
      }
    } catch (error) {
      if (!(error instanceof ArxivUnavailableError)) throw error;
      const isOver = error.isOver || ++failuresInARow === 2;
      const rest = isOver ? queue.splice(0).flat() : [];
      update.failed.push({ ids: [...batch, ...rest], why: error.message });
    }
  }
  return update;
}

function toBatches(ids: readonly string[]): string[][] {
  const batches: string[][] = [];
  for (let start = 0; start < ids.length; start += BATCH)
    batches.push(ids.slice(start, start + BATCH));
  return batches;
}

/** One wrong identifier spoils the answer for its whole batch: what to ask for instead. */
function withoutTheRefused(
  batch: readonly string[],
  refusal: string,
  { refused }: MetadataUpdate,
): string[][] {
  const guilty =
    batch.length === 1 ? batch[0] : batch.find((id) => refusal.split(/[\s,]+/).includes(id));
  if (guilty !== undefined) {
    refused.push({ id: guilty, why: refusal });
    const rest = batch.filter((id) => id !== guilty);
    return rest.length > 0 ? [rest] : [];
  }
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}

/** The first entry for each identifier; entries that nobody asked for are left out. */
function assign(ids: readonly string[], entries: readonly ArxivEntry[]): Map<string, ArxivEntry> {
  const found = new Map<string, ArxivEntry>();
  for (const id of ids) {
    const entry = entries.find((candidate) => isAnswerTo(id, candidate.id));
    if (entry) found.set(id, entry);
  }
  return found;
}

/** An answer carries a version always, and never the subject class of an old identifier (`math.GT/0309136`). */
function isAnswerTo(asked: string, answered: string): boolean {
  const plain = asked.replace(/\.[A-Z]{2}(?=\/)/, '');
  return answered === plain || withoutVersion(answered) === plain;
}
