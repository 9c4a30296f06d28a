/** Measures the repair of every known damage: whether it is found, how much comes back right, how fast. */
import { damage } from '../../src/mojibake/damage.ts';
import { describeDamage, knownDamages } from '../../src/mojibake/known-damages.ts';
import type { LanguageModel } from '../../src/mojibake/language-model.ts';
import { repairText } from '../../src/mojibake/repair.ts';
import type { Damage } from '../../src/mojibake/repaired-text.ts';

interface Row {
  /** Notes whose damage was found, or another one that leaves the note the same. */
  found: number;
  /** Characters that aren't ASCII, and how many of them came back right. */
  characters: number;
  right: number;
  ms: number;
  bytes: number;
}

/** Prints a line for each known damage, as applied to each of the notes. */
export function printDamages(notes: readonly string[], model: LanguageModel): void {
  const names = knownDamages.map(describeDamage);
  const width = Math.max(...names.map((name) => name.length));
  console.log(`${'damage'.padEnd(width)}     found      right      KB/s`);
  knownDamages.forEach((by, index) => {
    const { found, right, characters, bytes, ms } = measure(notes, by, model);
    const cells = [percent(found, notes.length), percent(right, characters)];
    cells.push((bytes / ms).toFixed(0));
    console.log(names[index]?.padEnd(width) + cells.map((cell) => cell.padStart(10)).join(''));
  });
}

function measure(notes: readonly string[], by: Damage, model: LanguageModel): Row {
  const row: Row = { found: 0, characters: 0, right: 0, ms: 0, bytes: 0 };
  for (const intact of notes) {
    const received = damage(intact, by);
    const started = performance.now();
    const { text, damage: found } = repairText(received, { model });
    row.ms += performance.now() - started;
    row.bytes += Buffer.byteLength(received);
    if (found && damage(intact, found) === received) row.found++;
    const repairedLines = text.split('\n');
    intact.split('\n').forEach((line, index) => compare(line, repairedLines[index] ?? '', row));
  }
  return row;
}

/** Characters are paired by their place; where there are more or fewer, none is right. */
function compare(intact: string, repaired: string, row: Row): void {
  const expected = [...intact];
  const chars = [...repaired];
  expected.forEach((char, at) => {
    if (char < '\u0080') return;
    row.characters++;
    if (chars.length === expected.length && chars[at] === char) row.right++;
  });
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)}%`;
}
