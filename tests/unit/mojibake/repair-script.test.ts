import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { damage } from '../../../src/mojibake/damage.ts';

const script = fileURLToPath(new URL('../../../scripts/repair.ts', import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'repair-'));
  await mkdir(path.join(folder, 'lists'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Run {
  status: number;
  stdout: string;
  stderr: string;
}

function run(...args: string[]): Promise<Run> {
  const env = { ...process.env, CONTENT_DIR: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

test('prints the file repaired, and reports its gaps', async () => {
  await writeFile(path.join(folder, 'a.md'), `${damage('数据、')}\r\nplain`);
  const { status, stdout } = await run('a.md', '--report', 'a.json');
  expect([status, stdout]).toEqual([0, '数据、\r\nplain']);
  const report = JSON.parse(await readFile(path.join(folder, 'a.json'), 'utf8'));
  expect(report.damage).toEqual({ encoding: 'windows1254', times: 1 });
  expect(report.gaps.map(({ chosen }: { chosen: string }) => chosen)).toEqual(['据', '、']);
  expect(Object.keys(report.gaps[0])).toEqual([
    'line',
    'column',
    'received',
    'candidates',
    'chosen',
    'source',
    'margin',
    'confidence',
    'uncertain',
  ]);
});

test('obeys the rulings of the list that the file is, unless told not to', async () => {
  // By itself the decoder reads 与.
  const received = damage('推理不答案\n');
  await writeFile(path.join(folder, 'lists', 'one.md'), received);
  await writeFile(path.join(folder, 'copy.txt'), received);
  const ruling = (restored: string) =>
    `- list: one\n  line: 1\n  received: '${damage('不答')}'\n  restored: '${restored}'\n  why: sense\n`;
  const corrections = path.join(folder, 'corrections.yaml');
  await writeFile(corrections, ruling('不答'));
  expect((await run('copy.txt')).stdout).toBe('推理不答案\n');
  const without = await run('copy.txt', '--no-corrections');
  expect(without.stdout).not.toBe('推理不答案\n');
  await writeFile(corrections, ruling('一答'));
  const wrong = await run('lists/one.md');
  expect([wrong.status, wrong.stdout]).toEqual([1, '']);
  expect(wrong.stderr).toContain('corrections.yaml:1:3: error CORRECTION_CONTRADICTS_BYTES');
  await rm(corrections);
});

test('names what is wrong with its input', async () => {
  await writeFile(path.join(folder, 'bad.md'), Uint8Array.of(0x61, 0x0a, 0x62, 0xff));
  await writeFile(path.join(folder, 'empty.md'), '');
  const [bad, none, empty, usage] = await Promise.all([
    run('bad.md'),
    run('none.md'),
    run('empty.md'),
    run(),
  ]);
  expect([bad.status, bad.stdout]).toEqual([1, '']);
  expect(bad.stderr).toContain('bad.md:2:2: error FILE_NOT_UTF8');
  expect(none.status).toBe(1);
  expect(none.stderr).toContain('none.md:1:1: error FILE_NOT_READABLE');
  expect(empty).toEqual({ status: 0, stdout: '', stderr: empty.stderr });
  expect(usage.status).toBe(2);
});
