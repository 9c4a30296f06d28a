import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readLastChanges } from '../../../src/lib/last-changes.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'changes-'));
const git = (date: string, ...parameters: string[]) => {
  const env = {
    ...process.env,
    GIT_COMMITTER_DATE: date,
    GIT_AUTHOR_DATE: date,
    GIT_CONFIG_GLOBAL: '/dev/null',
  };
  const identity = ['-c', 'user.name=T', '-c', 'user.email=t@example.org'];
  const { status, stderr } = spawnSync('git', ['-C', folder, ...identity, ...parameters], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
};

test('without a history nothing is claimed', () => {
  expect(readLastChanges(folder).size).toBe(0);
});

test('each file has the date of its own last commit', () => {
  git('2025-01-01T00:00:00Z', 'init', '--quiet');
  writeFileSync(path.join(folder, '论文 $.mdx'), 'a');
  writeFileSync(path.join(folder, 'other.mdx'), 'a');
  git('2025-01-01T00:00:00Z', 'add', '.');
  git('2025-01-01T00:00:00Z', 'commit', '--quiet', '-m', 'one');
  writeFileSync(path.join(folder, 'other.mdx'), 'b');
  git('2025-02-02T00:00:00Z', 'commit', '--quiet', '-am', 'two');
  const changes = readLastChanges(folder);
  expect(Date.parse(changes.get('论文 $.mdx') ?? '')).toBe(Date.parse('2025-01-01T00:00:00Z'));
  expect(Date.parse(changes.get('other.mdx') ?? '')).toBe(Date.parse('2025-02-02T00:00:00Z'));
});
