import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { metadataSchema } from '../../../src/papers/metadata/schema.ts';
import { paperFeed, serveArxiv, type Misbehaviour } from '../../serve-arxiv.ts';

let folder: string;
const file = () => path.join(folder, 'content/metadata.json');
const read = () => metadataSchema.parse(JSON.parse(readFileSync(file(), 'utf8')));

const entry = (id: string, title: string, arxiv?: string) => `---
id: ${id}
title: '${title}'
date: 2025-06
${arxiv ? `arxiv: ${arxiv}\n` : ''}links: {}
lists:
  - { id: l, title: L, position: 1 }
terms: []
topics: []
repair: { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 }
---
`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'metadata-'));
  mkdirSync(path.join(folder, 'content'));
  mkdirSync(path.join(folder, 'papers'));
  const write = (name: string, text: string) =>
    writeFileSync(path.join(folder, 'papers', `${name}.mdx`), text);
  write('a', entry('a', 'A Paper at arXiv', '2506.00001v1'));
  write('b', entry('b', 'A Paper under Another Name', '2506.00002v1'));
  write('c', entry('c', 'A Paper that Is Gone', '2506.00003v1'));
  write('d', entry('d', 'A Paper Elsewhere'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(misbehave?: Misbehaviour, ...options: string[]) {
  await using arxiv = await serveArxiv(
    [
      { id: '2506.00001v1', title: 'A paper at arXiv', authors: ['Jane Q. Doe', 'Wei Zhang'] },
      { id: '2506.00002v1', title: 'Something else entirely' },
    ],
    misbehave,
  );
  const env = {
    ...process.env,
    CONTENT_DIR: path.join(folder, 'content'),
    PAPERS_DIR: path.join(folder, 'papers'),
  };
  const result = await new Promise<{ status: number; stdout: string; stderr: string }>((resolve) =>
    execFile(
      process.execPath,
      ['scripts/metadata.ts', '--api', arxiv.api, ...options],
      { env },
      (error, stdout, stderr) => resolve({ status: Number(error?.code ?? 0), stdout, stderr }),
    ),
  );
  return { ...result, requests: arxiv.requests };
}

test('writes what arXiv says, and reports what is missing or contradicts the list', async () => {
  const { status, stdout, stderr, requests } = await run();
  expect(status).toBe(0);
  expect(requests.map(({ ids }) => ids)).toEqual([
    ['2506.00001v1', '2506.00002v1', '2506.00003v1'],
  ]);
  expect(requests[0]?.userAgent).toMatch(/^paper-notes\/\d/);
  expect(read().papers['2506.00001v1']).toEqual({
    title: 'A paper at arXiv',
    authors: ['Jane Q. Doe', 'Wei Zhang'],
    categories: ['cs.CV', 'cs.AI'],
    published: '2025-06-15',
    updated: '2025-06-16',
  });
  expect(stderr).toMatch(/papers\/b\.mdx:5:1: warning METADATA_CONTRADICTS: .*Something else/);
  expect(stderr).toMatch(/papers\/c\.mdx:5:1: warning METADATA_MISSING: .*2506\.00003v1/);
  expect(stderr).not.toContain('Elsewhere');
  expect(stdout).toMatch(/metadata\.json: 2 papers, 2 fetched, 2 of 3 with a problem\./);
});

test('asks again only for what is missing; --refresh asks for all', async () => {
  await run();
  const before = readFileSync(file(), 'utf8');
  expect((await run()).requests.map(({ ids }) => ids)).toEqual([['2506.00003v1']]);
  expect(readFileSync(file(), 'utf8')).toBe(before);
  expect((await run(undefined, '--refresh')).requests[0]?.ids).toHaveLength(3);
});

test('garbage in a valid feed is named and not kept', async () => {
  const { status, stderr } = await run((_, response) => {
    response.end(
      paperFeed([
        { id: '2506.00001v1', title: 'A paper at arXiv', authors: ['J\uFFFDne'] },
        { id: '2506.00002v1', title: 'A paper under another name', doi: 'none' },
      ]),
    );
    return true;
  });
  expect(status).toBe(0);
  expect(stderr).toMatch(/papers\/a\.mdx:5:1: warning METADATA_UNREADABLE: .*U\+FFFD/);
  expect(stderr).toMatch(/papers\/b\.mdx:5:1: warning METADATA_LEFT_OUT: .*"none" is no DOI/);
  expect(Object.keys(read().papers)).toEqual(['2506.00002v1']);
});

describe('when it fails', () => {
  test('what is there stays, each paper is named, and the exit code tells', async () => {
    await run();
    const before = readFileSync(file(), 'utf8');
    const { status, stderr } = await run((_, response) => {
      response.writeHead(403).end();
      return true;
    }, '--refresh');
    expect(status).toBe(1);
    expect(stderr.match(/error ARXIV_UNAVAILABLE/g)).toHaveLength(3);
    expect(stderr).toContain('status 403');
    expect(readFileSync(file(), 'utf8')).toBe(before);
    expect(readdirSync(path.join(folder, 'content'))).toEqual(['metadata.json']);
  });

  test('a file that a person broke is not overwritten, and arXiv not asked', async () => {
    writeFileSync(file(), '{"papers": ');
    const { status, stderr, requests } = await run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/metadata\.json:1:1: error METADATA_INVALID/);
    expect(requests).toEqual([]);
    expect(readFileSync(file(), 'utf8')).toBe('{"papers": ');
  });

  test('an entry that is not current is named', async () => {
    writeFileSync(path.join(folder, 'papers/e.mdx'), '---\nid: e\n---\n');
    const { status, stderr, requests } = await run();
    expect(status).toBe(1);
    expect(stderr).toMatch(/papers\/e\.mdx:1:1: error ENTRY_NOT_CURRENT/);
    expect(requests).toEqual([]);
  });
});
