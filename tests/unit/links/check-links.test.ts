import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AnswerCache } from '../../../scripts/links/answer-cache.ts';
import { listen } from './test-server.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'links-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function writeSite(pages: Record<string, string>): Promise<void> {
  for (const [name, body] of Object.entries(pages)) {
    const file = path.join(folder, 'dist', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `<!doctype html><html lang="en"><title>A page</title>${body}</html>`);
  }
}

/** Not spawnSync: the servers that are asked run in this process. */
function startCheck(...args: string[]) {
  const env = {
    ...process.env,
    OUT_DIR: path.join(folder, 'dist'),
    CACHE_DIR: path.join(folder, 'cache'),
    BASE_PATH: '/notes/',
    SITE_URL: 'https://papers.example.org',
  };
  const child = spawn(process.execPath, ['scripts/check-links.ts', ...args], { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const end = new Promise<{ status: number | null; output: string }>((resolve) =>
    child.on('close', (status) => resolve({ status, output })),
  );
  return { child, end };
}

const checkLinks = (...args: string[]) => startCheck(...args).end;

describe('npm run check:links', () => {
  test('follows links, fragments and absolute addresses of the site, under its base path', async () => {
    await writeSite({
      'index.html': `<a href="/notes/a/#b%C3%A9">A</a>
        <link rel="canonical" href="https://papers.example.org/notes/" />
        <a href="https://papers.example.org/notes/a/">A</a>
        <a href="mailto:a@example.org">Mail</a>`,
      'a/index.html': '<h1 id="bé">A</h1><a href="/notes/">Index</a>',
    });
    const { status, output } = await checkLinks();
    expect(output).toMatch(/Internal: \d+ addresses lead somewhere, 0 do not/);
    expect(status).toBe(0);
  });

  test('names what leads nowhere, and the page it stands on', async () => {
    await writeSite({
      'index.html': `<a href="/notes/a/">A</a> <a href="/notes/gone/">Gone</a> <a href="/">Out</a>
        <link rel="alternate" hreflang="zh" href="https://papers.example.org/notes/zh/" />`,
      'a/index.html': '<h1 id="x">A</h1><a href="#y">A fragment</a>',
    });
    const { status, output } = await checkLinks();
    expect(status).toBe(1);
    expect(output).toContain('error LINK_BROKEN: 404 /notes/gone/ on /notes/');
    expect(output).toMatch(/error LINK_BROKEN: .*\/notes\/a\/#y on \/notes\/a\//);
    expect(output).toContain('error LINK_BROKEN: 404 / on /notes/');
    expect(output).toContain('error LINK_BROKEN: 404 /notes/zh/ on /notes/');
    expect(output).toContain('4 do not');
  });

  test('another project of the same host is another site', async () => {
    await writeSite({
      'index.html': `<a href="https://papers.example.org/notes/">Ours</a>
        <a href="https://papers.example.org/notes-on-birds/">Another</a>
        <a href="https://papers.example.org/">The host's own</a>`,
    });
    const { status, output } = await checkLinks();
    expect(output).toContain('External: 2 addresses not asked');
    expect(status).toBe(0);
  });

  test('follows what the files beside the pages say, and pages that nobody links to', async () => {
    const address = 'https://papers.example.org/notes';
    await writeSite({
      'index.html': '<h1 id="a">A</h1>',
      'stub/index.html': '<a href="../s/">S</a>',
    });
    const files = {
      'sitemap-0.xml': `<urlset><url><loc>${address}/x/</loc></url></urlset>`,
      'lists/l/feed.xml': `<rss><item><link>${address}/f/</link></item></rss>`,
      'llms.txt': `- [P](${address}/l.md)`,
      'papers/p.md': `---\npage: ${address}/m/\n---\n`,
      'papers.json': `{"papers": [{"pages": {"en": "${address}/j/"}}]}`,
      'fragments.json': '[{"page": "", "ids": {"a": ["a"], "b": ["b"]}}]',
      'cite.bib': `  url = {${address}/c/},`,
      'tags/t/cite.ris': 'UR  - https://elsewhere.example.org/r\r\n',
    };
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(folder, 'dist', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    const { status, output } = await checkLinks();
    expect(status).toBe(1);
    const broken = Array.from(output.matchAll(/LINK_BROKEN: \S+ (.*)/g), ([, found]) => found);
    expect(broken.sort()).toEqual([
      '/notes/#b on /notes/fragments.json',
      '/notes/c/ on /notes/cite.bib',
      '/notes/f/ on /notes/lists/l/feed.xml',
      '/notes/j/ on /notes/papers.json',
      '/notes/l.md on /notes/llms.txt',
      '/notes/m/ on /notes/papers/p.md',
      '/notes/s/ on /notes/stub/',
      '/notes/x/ on /notes/sitemap-0.xml',
    ]);
    expect(output).toContain('External: 1 addresses not asked');
  });

  test('of a site that was built for another place it says so, and nothing else', async () => {
    await writeSite({
      'index.html': `<link rel="canonical" href="https://papers.example.org/other/" />
        <a href="/other/a/">A</a>`,
    });
    const { status, output } = await checkLinks();
    expect(status).toBe(2);
    expect(output).toMatch(/^SITE_BUILT_FOR_ANOTHER_PLACE: .*Run this with BASE_PATH=\/other\//);
    expect(output).not.toContain('LINK_BROKEN');
  });

  test('without a network nothing is learnt, and nothing kept', async () => {
    await writeSite({
      'index.html': ['a', 'b', 'c']
        .map((name) => `<a href="https://${name}.invalid/">${name}</a>`)
        .join(' '),
    });
    const { status, output } = await checkLinks('--external');
    expect(status).toBe(3);
    expect(output).toMatch(/NO_NETWORK: no host could be reached \((ENOTFOUND|EAI_AGAIN)\)/);
    expect(output).not.toContain('LINK_DEAD');
    expect(await readFile(path.join(folder, 'cache/links.json'), 'utf8').catch(() => '{}')).toMatch(
      /^\{\}\s*$/,
    );
  });

  test('what was answered before it is interrupted is kept', async () => {
    const { promise: second, resolve: secondIsAsked } = Promise.withResolvers<undefined>();
    await using server = await listen(({ url }, response) => {
      if (url === '/2') secondIsAsked(undefined);
      else response.end();
    });
    await writeSite({
      'index.html': `<a href="${server.url}/1">1</a> <a href="${server.url}/2">2</a>`,
    });
    const { child, end } = startCheck('--external');
    await second;
    child.kill('SIGINT');
    expect((await end).status).toBeNull();
    const kept = JSON.parse(
      await readFile(path.join(folder, 'cache/links.json'), 'utf8'),
    ) as object;
    expect(Object.keys(kept)).toEqual([`${server.url}/1`]);
  });

  test('asks other hosts on request, once, and remembers', async () => {
    await using server = await listen(({ url }, response) => {
      if (url === '/old') response.writeHead(301, { location: '/new' });
      else if (url === '/busy') response.writeHead(503);
      else if (url === '/gone') response.writeHead(410);
      response.end();
    });
    await writeSite({
      'index.html': ['/new', '/old', '/busy', '/new#part']
        .map((link) => `<a href="${server.url}${link}">${link}</a>`)
        .join(' '),
    });
    expect((await checkLinks()).output).toContain('External: 3 addresses not asked');
    expect(server.asked).toHaveLength(0);

    const first = await checkLinks('--external');
    expect(first.status).toBe(0);
    expect(first.output).toContain(
      `warning LINK_MOVED: 200 ${server.url}/old → ${server.url}/new on /notes/`,
    );
    expect(first.output).toContain(`warning LINK_UNSURE: 503 ${server.url}/busy on /notes/`);
    expect(first.output).toContain(
      '3 addresses asked, 0 known; 1 alive, 1 moved, 0 dead, 1 unsure',
    );
    expect(server.asked[0]?.userAgent).toContain('https://papers.example.org/notes/');

    server.asked.length = 0;
    const again = await checkLinks('--external');
    expect(again.output).toContain(
      '1 addresses asked, 2 known; 1 alive, 1 moved, 0 dead, 1 unsure',
    );
    expect(again.output).toContain('LINK_MOVED');
    expect(new Set(server.asked.map(({ path }) => path))).toEqual(new Set(['/busy']));

    await writeSite({ 'index.html': `<a href="${server.url}/gone">Gone</a>` });
    const dead = await checkLinks('--external', '--max-age', '0');
    expect(dead.status).toBe(1);
    expect(dead.output).toContain(`error LINK_DEAD: 410 ${server.url}/gone on /notes/`);
  });

  test('says what is missing, or wrong in the command', async () => {
    const unbuilt = await checkLinks();
    expect([unbuilt.status, unbuilt.output]).toEqual([
      2,
      expect.stringMatching(/SITE_NOT_BUILT.*npm run build/),
    ]);
    expect((await checkLinks('--max-age', 'soon')).output).toContain('CHECK_LINKS_USAGE');
  });
});

describe('AnswerCache', () => {
  const day = 24 * 60 * 60 * 1000;
  const url = 'https://example.org/';

  test('keeps answers for their time, dead ones for a day, unsure ones not at all', async () => {
    const file = path.join(folder, 'links.json');
    const cache = await AnswerCache.open(file);
    const now = Date.now();
    const moved = { outcome: 'moved', reason: '200', target: 'https://example.com/' } as const;
    cache.set(url, moved, now);
    cache.set(`${url}dead`, { outcome: 'dead', reason: '404' }, now);
    cache.set(`${url}unsure`, { outcome: 'unsure', reason: '503' }, now);
    await cache.save();

    const again = await AnswerCache.open(file);
    expect(again.get(url, 30, now + 29 * day)).toEqual(moved);
    expect(again.get(url, 30, now + 30 * day)).toBeUndefined();
    expect(again.get(`${url}dead`, 30, now + day - 1)).toEqual({ outcome: 'dead', reason: '404' });
    expect(again.get(`${url}dead`, 30, now + day)).toBeUndefined();
    expect(again.get(`${url}unsure`, 30, now)).toBeUndefined();
    expect(JSON.parse(await readFile(file, 'utf8'))).toHaveProperty([url, 'outcome'], 'moved');
  });

  test.each(['', '{', '[]', '{"https://example.org/": {"outcome": "fine"}}'])(
    'starts anew where its file reads %j',
    async (content) => {
      const file = path.join(folder, 'links.json');
      await writeFile(file, content);
      const cache = await AnswerCache.open(file);
      expect(cache.get(url, 30)).toBeUndefined();
    },
  );
});
