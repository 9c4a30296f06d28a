/**
 * Measures the search: `npm run bench:search -- FOLDER [--queries 120] [--misses]`.
 *
 * FOLDER holds intact notes: `*.jsonl` with `text` (and `slug`) a line, or `lists/*.md`. Builds the site from
 * them, makes queries whose answers are known, puts them to the search page in Chromium, and prints how often
 * the papers that hold them are found, beside Pagefind as it comes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as pagefind from 'pagefind';
import { chromium } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { serveFolder } from '../serve-folder.ts';
import { askPagefind, askSite, type Ask } from './search/ask.ts';
import { readCorpus, writeContent } from './search/corpus.ts';
import { makeQueries, type BenchQuery } from './search/queries.ts';
import { formatScores, scoreAnswers, type Answered } from './search/score.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { queries: { type: 'string', default: '120' }, misses: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error('Usage: npm run bench:search -- FOLDER [--queries N] [--misses]');
  process.exit(2);
}
const work = await mkdtemp(path.join(os.tmpdir(), 'bench-search-'));
try {
  await writeContent(folder, path.join(work, 'content'));
  const outDir = path.join(work, 'dist');
  buildSite(outDir);
  await indexPlainly(outDir);
  const papers = await readCorpus(outDir);
  const queries = makeQueries(papers, Number(values.queries));
  console.log(`${papers.length} papers, ${queries.length} queries, each held by 1 to 5 papers.\n`);
  const { site, plain } = await askBoth(outDir, queries);
  console.log(
    formatScores([
      ['this site', scoreAnswers(site)],
      ['Pagefind as it comes', scoreAnswers(plain)],
    ]),
  );
  if (values.misses) printMisses(site);
} finally {
  await rm(work, { recursive: true, force: true });
}

/** With `npm run build`, as a person would. */
function buildSite(outDir: string): void {
  const env = {
    ...process.env,
    CONTENT_DIR: path.join(work, 'content'),
    PAPERS_DIR: path.join(work, 'papers'),
    OUT_DIR: outDir,
    BASE_PATH: '/',
  };
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stdout, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run build failed:\n${stdout}\n${stderr}`);
}

async function indexPlainly(outDir: string): Promise<void> {
  const { index } = await pagefind.createIndex({});
  if (!index) throw new Error('Pagefind could not start.');
  await index.addDirectory({ path: outDir, glob: 'papers/*/index.html' });
  await index.writeFiles({ outputPath: path.join(outDir, 'pagefind-plain') });
  await pagefind.close();
}

async function askBoth(outDir: string, queries: readonly BenchQuery[]) {
  await using server = await serveFolder(outDir, '/');
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}search/`);
    const site = await askAll(askSite(page), queries);
    await page.goto(`${server.url}search/`);
    const plain = await askAll(askPagefind(page, '/pagefind-plain/pagefind.js'), queries);
    return { site, plain };
  } finally {
    await browser.close();
  }
}

async function askAll(ask: Ask, queries: readonly BenchQuery[]): Promise<Answered[]> {
  const answered: Answered[] = [];
  for (const query of queries) answered.push({ query, found: await ask(query.text) });
  return answered;
}

function printMisses(answered: readonly Answered[]): void {
  for (const { query, found } of answered) {
    const missed = query.relevant.filter((segment) => !found.slice(0, 5).includes(segment));
    const isFirst = query.relevant.includes(found[0] ?? '');
    if (missed.length === 0 && isFirst) continue;
    console.log(
      `${query.kind}: ${query.text}\n  missed ${missed.join(', ')}\n  found ${found.slice(0, 5).join(', ')}`,
    );
  }
}
