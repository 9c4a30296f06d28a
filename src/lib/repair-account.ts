/** The account of the repair for readers: what was damaged in all papers, and what may still be wrong. */
import type { RecordedRuling, RepairRecord, RestoredCharacter } from '../papers/repair-record.ts';
import { restoredByKind, type Paper } from './papers.ts';
import { restoredKinds, type RestoredKind } from './restored-kind.ts';

export interface AccountedRuling extends RecordedRuling {
  /** The same as the decoder would have read it. */
  decoded: string;
  /** The characters it settled, in the order of the text. */
  characters: RestoredCharacter[];
}

/** A paper and what is told of it. */
interface OfPaper<T> {
  paper: Paper;
  items: T[];
}

export interface RepairAccount {
  /** How many papers had damage. */
  papers: number;
  /** How many characters were damaged. */
  total: number;
  counts: Record<RestoredKind, number>;
  uncertain: OfPaper<RestoredCharacter>[];
  rulings: OfPaper<AccountedRuling>[];
  /** Uncertain readings that one page has no room for. */
  omitted: number;
}

/** A page with more readings than this is no longer read. */
const mostReadings = 500;

/** Collects the account of papers in order; `read` gives a paper's record, where it has one. */
export async function accountForRepair(
  papers: readonly Paper[],
  read: (paper: Paper) => Promise<RepairRecord | undefined>,
): Promise<RepairAccount> {
  const account: RepairAccount = {
    papers: 0,
    total: 0,
    counts: { exact: 0, decoder: 0, correction: 0, uncertain: 0, unresolved: 0 },
    uncertain: [],
    rulings: [],
    omitted: 0,
  };
  let room = mostReadings;
  for (const paper of papers) {
    const counts = restoredByKind(paper);
    const damaged = restoredKinds.reduce((sum, kind) => sum + counts[kind], 0);
    if (damaged === 0) continue;
    account.papers++;
    account.total += damaged;
    for (const kind of restoredKinds) account.counts[kind] += counts[kind];
    if (counts.uncertain + counts.correction === 0) continue;
    const record = await read(paper);
    if (!record) continue;
    const uncertain = record.gaps.filter((gap) => gap.uncertain);
    const shown = uncertain.slice(0, room);
    room -= shown.length;
    account.omitted += uncertain.length - shown.length;
    if (shown.length > 0) account.uncertain.push({ paper, items: shown });
    const rulings = rulingsOf(record);
    if (rulings.length > 0) account.rulings.push({ paper, items: rulings });
  }
  return account;
}

function rulingsOf({ rulings, gaps }: RepairRecord): AccountedRuling[] {
  return rulings.map((ruling, index) => {
    const characters = gaps.filter((gap) => gap.ruling === index);
    return { ...ruling, decoded: decodedOf(ruling.restored, characters), characters };
  });
}

/** `characters` are the damaged ones of `restored`, in order: a character is damaged wherever it stands. */
function decodedOf(restored: string, characters: readonly RestoredCharacter[]): string {
  let next = 0;
  return Array.from(restored, (char) => {
    const character = characters[next];
    if (character?.chosen !== char) return char;
    next++;
    return character.overruled ?? char;
  }).join('');
}
