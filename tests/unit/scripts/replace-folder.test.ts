import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { replaceFolder } from '../../../scripts/replace-folder.ts';

let work = '';
beforeEach(async () => (work = await mkdtemp(path.join(os.tmpdir(), 'replace-folder-'))));
afterEach(() => rm(work, { recursive: true, force: true }));

const marks = ['index.html'];
const inWork = (name: string) => path.join(work, name);

async function makeFolder(name: string, files: Record<string, string>): Promise<string> {
  await mkdir(inWork(name), { recursive: true });
  for (const [file, text] of Object.entries(files))
    await writeFile(path.join(inWork(name), file), text);
  return inWork(name);
}

test.each([
  ['where there is none', undefined],
  ['in place of an empty one', {}],
  ['in place of an older one', { 'index.html': 'old', 'gone.html': 'old' }],
])('a folder comes whole, %s', async (_name, before) => {
  const staged = await makeFolder('staged', { 'index.html': 'new', 'a.html': 'new' });
  const target = before ? await makeFolder('site', before) : inWork('deep/site');
  await replaceFolder(staged, target, marks);
  expect((await readdir(target)).toSorted()).toEqual(['a.html', 'index.html']);
  expect(await readFile(path.join(target, 'index.html'), 'utf8')).toBe('new');
  expect((await readdir(path.dirname(target))).filter((name) => name !== 'site')).toEqual([]);
});

test('files of someone else stay', async () => {
  const staged = await makeFolder('staged', { 'index.html': 'new' });
  const target = await makeFolder('home', { 'thesis.tex': 'years' });
  await expect(replaceFolder(staged, target, marks)).rejects.toThrow(
    /FOLDER_NOT_OURS.*thesis\.tex/,
  );
  expect(await readFile(path.join(target, 'thesis.tex'), 'utf8')).toBe('years');
});

test('where there is nothing to move, all stays', async () => {
  const target = await makeFolder('site', { 'index.html': 'old' });
  await expect(replaceFolder(inWork('missing'), target, marks)).rejects.toThrow('ENOENT');
  expect(await readFile(path.join(target, 'index.html'), 'utf8')).toBe('old');
  expect(await readdir(work)).toEqual(['site']);
});
