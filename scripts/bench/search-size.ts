/**
 * Measures what the search costs: `npm run bench:search-size -- FOLDER [--papers 1000]`.
 *
 * Builds the site from the intact notes in FOLDER, indexes N papers instead of its own, made of sections of
 * these and of words that no other has (with `--papers 0` its own), and prints what a first search transfers, and how long an answer takes
 * after each keystroke. Text is served compressed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as pagefind from 'pagefind';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../chromium.ts';
import { typeQuery } from './search/ask.ts';
import { readCorpus, writeContent } from './search/corpus.ts';
import { multiplyPapers } from './search/multiply.ts';
import { serveFolder } from './search/serve.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { papers: { type: 'string', default: '1000' }, keys: { type: 'boolean' } },
});
const [folder] = positionals;
if (folder === undefined || positionals.length > 1) {
  console.error('Usage: npm run bench:search-size -- FOLDER [--papers N]');
  process.exit(2);
}
/** Each is typed key by key; the first ones also load parts of the index. */
const typed = [
  'reward model',
  'reinforcement learning',
  '强化学习',
  '大语言模型推理',
  'Med-VQA',
  'RL框架',
];

const work = await mkdtemp(path.join(os.tmpdir(), 'bench-search-size-'));
try {
  const outDir = path.join(work, 'dist');
  await writeContent(folder, path.join(work, 'content'));
  const { status, stderr } = spawnSync('npm', ['run', 'build'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      ...process.env,
      CONTENT_DIR: path.join(work, 'content'),
      PAPERS_DIR: path.join(work, 'papers'),
      OUT_DIR: outDir,
      BASE_PATH: '/',
    },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm run build failed:\n${stderr}`);
  const count = Number(values.papers);
  if (count > 0) await indexMany(outDir, count);
  await using server = await serveFolder(outDir);
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
  });
  try {
    console.log(count > 0 ? `${count} papers` : 'The papers of the folder');
    for (const query of typed) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${server.url}search/`, { waitUntil: 'networkidle' });
      const before = server.sent();
      const milliseconds = await typeQuery(page, query);
      const answer = server.sent() - before;
      await page.waitForTimeout(1500);
      const all = server.sent() - before;
      console.log(
        `first search, ${query}: ${kilobytes(answer)} to the answer in ${milliseconds.toFixed(0)} ms, ` +
          `${kilobytes(all)} with the counts of the filter`,
      );
      await context.close();
    }
    const page = await browser.newPage();
    await page.goto(`${server.url}search/`, { waitUntil: 'networkidle' });
    printTimes('keystrokes, words never asked for', await typeAll(page));
    printTimes('keystrokes, again', await typeAll(page));
  } finally {
    await browser.close();
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function indexMany(outDir: string, count: number): Promise<void> {
  const { index } = await pagefind.createIndex({ forceLanguage: 'zh-cn' });
  if (!index) throw new Error('Pagefind could not start.');
  const papers = await readCorpus(outDir);
  for (const { segment, html } of multiplyPapers(papers, count)) {
    await index.addHTMLFile({ sourcePath: `papers/${segment}/index.html`, content: html });
  }
  await rm(path.join(outDir, 'pagefind'), { recursive: true });
  await index.writeFiles({ outputPath: path.join(outDir, 'pagefind') });
  await pagefind.close();
}

/** The index is warm from the query before, and the counts of the filter are loaded. */
async function typeAll(page: Page): Promise<number[]> {
  const times: number[] = [];
  await typeQuery(page, 'diffusion');
  await page.waitForTimeout(1000);
  for (const query of typed) {
    for (let length = 1; length <= query.length; length++) {
      const text = query.slice(0, length);
      const time = await typeQuery(page, text);
      if (values.keys) console.log(text, time.toFixed(0));
      times.push(time);
      await page.waitForTimeout(100);
    }
  }
  return times;
}

function printTimes(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(0);
  console.log(`${what}: median ${at(0.5)} ms, 90% within ${at(0.9)} ms, slowest ${at(1)} ms`);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`;
}
