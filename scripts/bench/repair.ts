/**
 * Measures the repair: `npm run bench:repair -- FILE.jsonl`, one JSON object with `text`, an intact note, a
 * line. Damages each note, repairs it, and prints what came back, beside the dictionary baseline. With
 * `--damages` it prints a line for every damage that is known instead; `--notes 20` takes the first 20 notes.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { damage } from '../../src/mojibake/damage.ts';
import { DEFAULT_DAMAGE } from '../../src/mojibake/known-damages.ts';
import type { LanguageModel } from '../../src/mojibake/language-model.ts';
import { repairText } from '../../src/mojibake/repair.ts';
import { loadBaselineModel, loadLanguageModel } from '../load-model.ts';
import { printDamages } from './damages.ts';
import { addToScore, emptyScore, type Score } from './score-repair.ts';

/** That of the lists we have; the repair has to find out by itself. */
const DAMAGE = DEFAULT_DAMAGE;
const noteSchema = z.object({ text: z.string() });

const USAGE = 'Usage: npm run bench:repair -- FILE.jsonl [--damages] [--notes COUNT]';

const { file, count, everyDamage } = readArguments();
const notes = (await readNotes(file).catch(stop)).slice(0, count);
if (everyDamage) printDamages(notes, loadLanguageModel());
else {
  const columns = [measure('model', loadLanguageModel), measure('dictionary', loadBaselineModel)];
  printComparison(columns);
  const [best] = columns;
  if (best) {
    printConfusions(best.score);
    printCalibration(best.score);
  }
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: { damages: { type: 'boolean', default: false }, notes: { type: 'string' } },
      allowPositionals: true,
    });
    const [first, ...more] = positionals;
    if (first === undefined || more.length > 0) throw new Error('One FILE.jsonl is needed.');
    const wanted = values.notes === undefined ? Infinity : Number(values.notes);
    if (!(wanted > 0)) throw new Error(`--notes ${values.notes} is no number of notes.`);
    return { file: first, count: wanted, everyDamage: values.damages };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
}

function stop(error: Error): never {
  console.error(error.message);
  process.exit(1);
}

interface Column {
  name: string;
  score: Score;
  loadMs: number;
  repairMs: number;
  damageMs: number;
  bytes: number;
}

async function readNotes(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const read: string[] = [];
  lines.forEach((line, index) => {
    if (line.trim() === '') return;
    try {
      read.push(noteSchema.parse(JSON.parse(line)).text);
    } catch (cause) {
      throw new Error(`${path}:${index + 1}:1: BENCH_NOTE_INVALID: not an object with \`text\`.`, {
        cause,
      });
    }
  });
  return read;
}

function measure(name: string, load: () => LanguageModel): Column {
  const started = performance.now();
  const model = load();
  const loadMs = performance.now() - started;
  const column: Column = { name, score: emptyScore(), loadMs, repairMs: 0, damageMs: 0, bytes: 0 };
  for (const intact of notes) {
    const beforeDamage = performance.now();
    const received = damage(intact, DAMAGE);
    const beforeRepair = performance.now();
    const repaired = repairText(received, { model });
    column.repairMs += performance.now() - beforeRepair;
    column.damageMs += beforeRepair - beforeDamage;
    column.bytes += Buffer.byteLength(received);
    addToScore(column.score, intact, repaired, DAMAGE);
  }
  return column;
}

function printComparison(compared: readonly Column[]): void {
  const rows: [string, (column: Column) => string][] = [
    ['', ({ name }) => name],
    ['damaged characters', ({ score }) => String(score.damaged)],
    ['of these right', ({ score }) => share(score.right, score.damaged)],
    ['whole characters wrong', ({ score }) => String(score.wholeWrong)],
    ['damaged lines right', ({ score }) => share(score.linesRight, score.lines)],
    ['load, ms', ({ loadMs }) => loadMs.toFixed(0)],
    ['repair, KB/s', ({ bytes, repairMs }) => (bytes / repairMs).toFixed(0)],
    ['repair / damage, time', ({ repairMs, damageMs }) => (repairMs / damageMs).toFixed(1)],
  ];
  for (const [label, cell] of rows) {
    console.log(label.padEnd(24) + compared.map((column) => cell(column).padStart(14)).join(''));
  }
}

function printConfusions({ confusions }: Score): void {
  console.log('\nMost common confusions (intact → chosen)');
  const sorted = [...confusions].sort((a, b) => b[1] - a[1]);
  for (const [confusion, times] of sorted.slice(0, 25)) {
    console.log(`${String(times).padStart(6)}  ${confusion}`);
  }
}

/** Margins in nats: how many choices fell into each band, and how many of them were right. */
function printCalibration({ choices }: Score): void {
  console.log('\nCalibration by margin\n   nats        choices     right  promised');
  const bounds = [0, 0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 15, Infinity];
  bounds.slice(1).forEach((upper, index) => {
    const lower = bounds[index] ?? 0;
    const band = choices.filter(
      ({ margin }) => margin >= lower && (margin < upper || upper === Infinity),
    );
    const right = band.filter(({ isRight }) => isRight).length;
    const promised = band.reduce((sum, { confidence }) => sum + confidence, 0);
    const label = upper === Infinity ? `${lower} and more` : `${lower} to ${upper}`;
    console.log(
      `   ${label.padEnd(12)}${String(band.length).padStart(7)}${share(right, band.length).padStart(10)}` +
        share(promised, band.length).padStart(10),
    );
  });
  const wrong = choices.filter(({ isRight }) => !isRight);
  const uncertain = choices.filter(({ isUncertain }) => isUncertain);
  const caught = wrong.filter(({ isUncertain }) => isUncertain);
  console.log(
    `\nUncertain: ${share(uncertain.length, choices.length)} of the choices, ` +
      `holding ${share(caught.length, wrong.length)} of the wrong ones`,
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)}%`;
}
