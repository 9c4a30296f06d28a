/** What the repair of a list did to one of its papers: counted for the front matter, listed for the reader. */
import { diffArrays } from 'diff';
import type { Root } from 'mdast';
import type { PlacedRuling } from '../src/mojibake/place-rulings.ts';
import type { Gap, RepairedText } from '../src/mojibake/repaired-text.ts';
import { countedInBody, isCounted } from '../src/papers/counted-characters.ts';
import type { ListedPaper } from '../src/papers/parse-list.ts';
import {
  MOST_RIVALS,
  type RepairRecord,
  type RestoredCharacter,
} from '../src/papers/repair-record.ts';
import type { PaperEntry } from '../src/papers/schema.ts';

/** A list's repair, by lines. Lines count from 1. */
export interface ListRepair {
  lines: readonly string[];
  gapsByLine: ReadonlyMap<number, readonly Gap[]>;
  rulings: readonly PlacedRuling[];
}

/** So many characters before and after one tell a reader where it stands. */
const CONTEXT = 16;

export function toListRepair(
  { text, gaps }: RepairedText,
  rulings: readonly PlacedRuling[],
): ListRepair {
  return {
    lines: text.split(/\r\n|\r|\n/),
    gapsByLine: Map.groupBy(gaps, ({ line }) => line),
    rulings,
  };
}

/** The damaged characters of a paper: of its index entry and its section. */
export function gapsOf({ gapsByLine }: ListRepair, { line, section }: ListedPaper): Gap[] {
  const lines = [line, line + 1];
  if (section) for (let at = section.firstLine; at <= section.lastLine; at++) lines.push(at);
  return lines.flatMap((number) => gapsByLine.get(number) ?? []);
}

export function summarizeGaps(gaps: readonly Gap[]): PaperEntry['repair'] {
  const summary = { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 };
  for (const { source, uncertain } of gaps) {
    summary[source]++;
    if (uncertain) summary.uncertain++;
  }
  return summary;
}

/** The record of a paper whose entry has this body; undefined where nothing was damaged. */
export function recordRepair(
  repair: ListRepair,
  paper: ListedPaper,
  body: Root,
): RepairRecord | undefined {
  const gaps = gapsOf(repair, paper);
  if (gaps.length === 0) return undefined;
  const places = placesInBody(repair, paper, body);
  const used: PlacedRuling[] = [];
  const rows = gaps.map((gap): RestoredCharacter => {
    const { received, source, margin, uncertain, overruled } = gap;
    const chosen = withoutSpace(gap.chosen);
    const rivals = new Set(gap.candidates.map(withoutSpace));
    rivals.delete(chosen);
    const at = places.get(placeKey(gap.line, gap.column));
    const ruling = source === 'correction' ? rulingOn(gap, repair) : undefined;
    if (ruling && !used.includes(ruling)) used.push(ruling);
    return {
      ...(at !== undefined && [...chosen].length === 1 ? { at } : {}),
      received,
      chosen,
      rivals: [...rivals].slice(0, MOST_RIVALS).join(''),
      source,
      ...(overruled === undefined ? {} : { overruled: withoutSpace(overruled) }),
      // Two digits: the last bits of a logarithm are not the same on every machine.
      ...(margin !== null && Number.isFinite(margin)
        ? { margin: Math.round(margin * 100) / 100 }
        : {}),
      ...(uncertain ? { uncertain } : {}),
      ...(ruling ? { ruling: used.indexOf(ruling) } : {}),
      ...(uncertain || source === 'correction' ? contextOf(gap, repair) : {}),
    };
  });
  const rulings = used.map(({ ruling: { restored, why, whyZh } }) => ({
    restored,
    why,
    ...(whyZh === undefined ? {} : { whyZh }),
  }));
  return { rulings, gaps: rows };
}

/** Where a space may be of a gap or not, the gap holds it; a reader is shown the character. */
function withoutSpace(candidate: string): string {
  return candidate.replace(/(?<=.) $/u, '');
}

function placeKey(line: number, column: number): string {
  return `${line}:${column}`;
}

/** Where the characters of a section stand in the body, which may leave some out and add others. */
function placesInBody(
  { lines }: ListRepair,
  { section }: ListedPaper,
  body: Root,
): Map<string, number> {
  const places = new Map<string, number>();
  if (!section) return places;
  const chars: string[] = [];
  const keys: string[] = [];
  for (let number = section.firstLine + 1; number <= section.lastLine; number++) {
    let column = 1;
    for (const char of lines[number - 1] ?? '') {
      if (isCounted(char)) {
        chars.push(char);
        keys.push(placeKey(number, column));
      }
      column += char.length;
    }
  }
  let index = 0;
  let at = 0;
  for (const { added, removed, count = 0 } of diffArrays(chars, countedInBody(body))) {
    if (!added && !removed)
      for (let i = 0; i < count; i++) places.set(keys[index + i] ?? '', at + i);
    if (!added) index += count;
    if (!removed) at += count;
  }
  return places;
}

/** The ruling whose restored text covers the gap. */
function rulingOn({ line, column }: Gap, { lines, rulings }: ListRepair): PlacedRuling | undefined {
  const text = lines[line - 1] ?? '';
  return rulings.find(({ ruling: { restored }, firstLine, lastLine }) => {
    if (line < firstLine || line > lastLine) return false;
    const start = text.indexOf(restored, Math.max(0, column - restored.length));
    return start >= 0 && start < column;
  });
}

function contextOf(
  { line, column, chosen }: Gap,
  { lines }: ListRepair,
): { before: string; after: string } {
  const text = lines[line - 1] ?? '';
  return {
    before: [...plain(text.slice(0, column - 1))].slice(-CONTEXT).join(''),
    after: [...plain(text.slice(column - 1 + chosen.length))].slice(0, CONTEXT).join(''),
  };
}

/** A line of Markdown without the marks of headings, list items, strong text and code. */
function plain(markdown: string): string {
  return markdown.replace(/^\s*(?:#+|[-*>]|\d+\.)\s+/, '').replace(/\*\*|`/g, '');
}
