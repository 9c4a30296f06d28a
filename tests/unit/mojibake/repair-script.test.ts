import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    const options = { cwd: folder, env, maxBuffer: 64_000_000 };
    execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
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

describe('whatever the file holds, all of it comes out', () => {
  const text = '我们提升模型的推理能力，';
  test.each([
    ['a byte order mark and CRLF', `\uFEFF${text}\r\n\r\n${text}\r\n`],
    ['line endings of every kind, and none at the end', `${text}\r${text}\n\r\n${text}`],
    ['NUL bytes', `\0${text}\0\0${text}\n\0`],
    ['one line of 120,000 characters', text.repeat(10_000)],
    ['blank lines only', '\n\r\n\r'],
  ])('%s', async (_what, intact) => {
    await writeFile(path.join(folder, 'any.md'), damage(intact));
    const { status, stdout } = await run('any.md');
    expect(status).toBe(0);
    expect(stdout === intact).toBe(true);
  });

  test('an intact file, byte for byte', async () => {
    const intact = `\uFEFF${text} naïve café €5\r\n`.repeat(20_000);
    await writeFile(path.join(folder, 'intact.md'), intact);
    const { status, stdout } = await run('intact.md');
    expect([status, stdout === intact]).toEqual([0, true]);
  });
});

test.each([
  ['a lone surrogate', [0x61, 0x0d, 0x0a, 0xed, 0xa0, 0x80], '2:1', '0xED'],
  ['a sequence cut off at the end', [0x61, 0xe4, 0xb8], '1:2', '0xE4'],
  ['an overlong sequence', [0xc0, 0xaf], '1:1', '0xC0'],
])('%s is not UTF-8, and nothing is printed', async (_what, bytes, place, byte) => {
  await writeFile(path.join(folder, 'bytes.md'), Uint8Array.from(bytes));
  const { status, stdout, stderr } = await run('bytes.md');
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`bytes.md:${place}: error FILE_NOT_UTF8: Byte ${byte} `);
});

test('a file that no string can hold is refused before it is read', async () => {
  const file = path.join(folder, 'huge.md');
  await writeFile(file, '');
  await truncate(file, 600 * 2 ** 20);
  const { status, stderr } = await run('huge.md');
  expect(status).toBe(1);
  expect(stderr).toContain('huge.md:1:1: error FILE_TOO_LARGE: The file has 600 MB');
});
