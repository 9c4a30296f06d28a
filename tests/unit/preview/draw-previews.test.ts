import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { paperSchema } from '../../../src/papers/schema.ts';
import { renderMdx } from '../../../src/papers/render-mdx.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'previews-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writePaper(id: string, title: string): Promise<void> {
  const entry = paperSchema.parse({
    id,
    title,
    date: '2025-06',
    links: {},
    lists: [{ id: 'list', title: 'List', position: 1 }],
    terms: [],
    topics: [],
    repair: { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 },
  });
  await writeFile(path.join(folder, `${id}.mdx`), renderMdx(entry, { type: 'root', children: [] }));
}

function draw(nodeOptions = ''): { status: number | null; stdout: string; stderr: string } {
  const env = {
    ...process.env,
    CONTENT_DIR: folder,
    PAPERS_DIR: folder,
    NODE_OPTIONS: nodeOptions,
  };
  return spawnSync(process.execPath, ['scripts/draw-previews.ts'], {
    env: { ...env, CACHE_DIR: folder },
    encoding: 'utf8',
  });
}

async function readOutput() {
  const cache = path.join(folder, 'previews');
  const names = await readdir(cache);
  const manifest = names.find((name) => name.endsWith('.json')) ?? '';
  const { site, papers } = JSON.parse(await readFile(path.join(cache, manifest), 'utf8')) as {
    site?: string;
    papers: Record<string, string>;
  };
  return { cache, site, papers, pictures: names.filter((name) => name.endsWith('.png')).sort() };
}

test('a paper that has not changed is not painted again, and what nothing uses goes after a day', async () => {
  await writePaper('a', 'A Paper');
  await writePaper('b', 'Another Paper, with the Character 𠮷');
  const first = draw();
  expect(first.stderr).toMatch(/PREVIEW_CHARACTER_MISSING.*𠮷.*Another Paper/);
  expect(first.stdout).toContain('3 painted, 0 kept');
  const before = await readOutput();
  expect(before.pictures).toEqual(
    [before.site, before.papers['a'], before.papers['b']].map((name) => `${name}.png`).sort(),
  );

  await writePaper('a', 'A Paper with Another Title');
  const old = path.join(before.cache, `${before.papers['a']}.png`);
  expect(draw().stdout).toContain('1 painted, 2 kept');
  expect((await stat(old)).isFile()).toBe(true);

  const dayBefore = Date.now() / 1000 - 25 * 60 * 60;
  for (const name of before.pictures)
    await utimes(path.join(before.cache, name), dayBefore, dayBefore);
  expect(draw().stdout).toContain('0 painted, 3 kept');
  const after = await readOutput();
  expect(after.pictures).not.toContain(path.basename(old));
  expect(after.pictures).toHaveLength(3);
  expect([after.site, after.papers['b']]).toEqual([before.site, before.papers['b']]);
});

test.each(['@takumi-rs/core', 'fontkitten', '@fontsource-variable/noto-serif-sc'])(
  'without %s there are no pictures, a message says so, and the build goes on',
  async (missing) => {
    await writePaper('a', 'A Paper');
    const hook = path.join(folder, 'hide.mjs');
    // Node finds neither the package nor its files, as after npm ci --omit=optional.
    await writeFile(
      hook,
      `import fs from 'node:fs';
      import { registerHooks, syncBuiltinESMExports } from 'node:module';
      const read = fs.readFileSync;
      const hidden = ${JSON.stringify(missing)};
      const refuse = (name) => {
        throw Object.assign(new Error("Cannot find package '" + name + "'"), { code: 'ERR_MODULE_NOT_FOUND' });
      };
      fs.readFileSync = (file, ...rest) => String(file).includes('node_modules/' + hidden + '/') ? refuse(hidden) : read(file, ...rest);
      syncBuiltinESMExports();
      registerHooks({ resolve: (name, context, next) => name.startsWith(hidden) ? refuse(name) : next(name, context) });`,
    );
    const { status, stdout } = draw(`--import ${hook}`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^No preview pictures: .*optional dependencies/m);
    expect(stdout).toContain(missing);
    expect(await readOutput()).toMatchObject({ papers: {}, pictures: [] });
  },
);
