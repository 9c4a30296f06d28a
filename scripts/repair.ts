/**
 * Prints a file repaired: `npm run repair -- FILE [--report FILE.json] [--no-corrections]`.
 *
 * The report holds `damage` and one entry for each gap; `margin` is null where JSON has no number for it:
 * after a ruling, and where only one character fits. Rulings of content/corrections.yaml hold for FILE if it
 * is one of the lists, by its bytes; if only its name is a list's, those that fit it do. Exit status 1 on bad
 * input, with nothing printed.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseCorrections } from '../src/mojibake/corrections.ts';
import { placeRulings } from '../src/mojibake/place-rulings.ts';
import { repairText, type Repair } from '../src/mojibake/repair.ts';
import { formatProblem, type Problem } from '../src/papers/problem.ts';
import { readSettings } from '../src/settings.ts';
import { findPaper } from './find-paper.ts';
import { loadLanguageModel } from './load-model.ts';
import { displayPath, readText } from './read-text.ts';

const USAGE = 'Usage: npm run repair -- FILE [--report FILE.json] [--no-corrections]';

const { file, reportFile, withCorrections } = readArguments();
const received = await readInput(file);
const repair = received === '' ? nothing() : await repairWithRulings(received);
if (reportFile !== undefined) await writeReport(reportFile, repair);
print(repair.text);

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      options: {
        report: { type: 'string' },
        'no-corrections': { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [first, ...more] = positionals;
    if (first === undefined || more.length > 0) throw new Error('one FILE is needed');
    return { file: first, reportFile: values.report, withCorrections: !values['no-corrections'] };
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    process.exit(2);
  }
}

async function readInput(name: string): Promise<string> {
  const result = await readText(name).catch((error: NodeJS.ErrnoException) =>
    stop(
      name,
      'FILE_NOT_READABLE',
      `The file can't be read: ${error.message}.`,
      'Check its name and rights.',
    ),
  );
  if ('text' in result) return result.text;
  const { problem } = result;
  return problem.name === 'LIST_NOT_UTF8'
    ? fail([
        { ...problem, name: 'FILE_NOT_UTF8', todo: 'Save the file as UTF-8, then repair that.' },
      ])
    : fail([{ ...problem, name: 'FILE_TOO_LARGE' }]);
}

function nothing(): Repair {
  return { text: '', damage: null, gaps: [], problems: [], warnings: [] };
}

async function repairWithRulings(text: string): Promise<Repair> {
  const { placed, problems, isList } = await findRulings(text);
  const result = repairText(text, { model: loadLanguageModel(), rulings: placed });
  const all: Problem[] = [...problems, ...result.problems];
  if (isList && all.length > 0) fail(all);
  const warnings = result.warnings.map((warning) => ({ ...warning, file: displayPath(file) }));
  for (const problem of [...all, ...warnings]) {
    console.error(formatProblem({ ...problem, severity: 'warning' }));
  }
  return result;
}

/** The rulings that hold for the text; `isList` says that it is their list to the byte. */
async function findRulings(text: string) {
  const none = { ...placeRulings([], () => null), isList: false };
  if (!withCorrections) return none;
  const { contentDir } = readSettings();
  const corrections = path.join(contentDir, 'corrections.yaml');
  const yaml = await readFile(corrections, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const { rulings, problems } = parseCorrections(yaml, displayPath(corrections));
  if (problems.length > 0) fail(problems);
  const place = (list: string) =>
    placeRulings(
      rulings.filter((ruling) => ruling.list === list),
      (slug) => findPaper(text, slug),
    );
  const lists = new Set(rulings.map(({ list }) => list));
  for (const list of lists) {
    const listText = await readFile(path.join(contentDir, 'lists', `${list}.md`), 'utf8').catch(
      () => null,
    );
    if (listText === text) return { ...place(list), isList: true };
  }
  const name = path.parse(file).name;
  return lists.has(name) ? { ...place(name), isList: false } : none;
}

async function writeReport(name: string, { damage, gaps }: Repair): Promise<void> {
  const finite = (margin: number | null) => (Number.isFinite(margin) ? margin : null);
  const report = { damage, gaps: gaps.map((gap) => ({ ...gap, margin: finite(gap.margin) })) };
  const temporary = `${name}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, `${JSON.stringify(report, null, 2)}\n`);
    await rename(temporary, name);
  } catch (error) {
    await rm(temporary, { force: true });
    const what = `The report can't be written: ${error instanceof Error ? error.message : error}.`;
    stop(name, 'REPORT_NOT_WRITABLE', what, 'Name a file in a folder that exists and is yours.');
  }
}

/** Prints, and lets a reader such as `head` close the pipe early. */
function print(text: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    const what = `The repaired text can't be written: ${error.message}.`;
    stop('standard output', 'OUTPUT_NOT_WRITABLE', what, 'Make room, or print to another place.');
  });
  process.stdout.write(text);
}

function stop(name: string, problem: string, what: string, todo: string): never {
  const place = { file: displayPath(name), line: 1, column: 1 };
  return fail([{ ...place, name: problem, severity: 'error', what, todo }]);
}

function fail(problems: readonly Problem[]): never {
  for (const problem of problems) console.error(formatProblem(problem));
  process.exit(1);
}
