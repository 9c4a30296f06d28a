import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { damage } from '../../../src/mojibake/damage.ts';
import { repairRecordSchema } from '../../../src/papers/repair-record.ts';

let folder: string;
let lists: string;
let papers: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'paper-notes-'));
  lists = path.join(folder, 'content', 'lists');
  papers = path.join(folder, 'papers');
  cpSync('tests/fixtures/library', path.join(folder, 'content'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function generate(...args: string[]) {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/generate.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: path.join(folder, 'content'), PAPERS_DIR: papers },
  });
  return { status, stdout, stderr };
}
const snapshot = () =>
  Object.fromEntries(
    readdirSync(papers).map((name) => [name, readFileSync(path.join(papers, name), 'utf8')]),
  );
const edit = (name: string, change: (text: string) => string) => {
  const file = path.join(lists, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
};

test('writes an entry per paper and the anchors of each list, the same ones every time', () => {
  expect(generate()).toMatchObject({ status: 0 });
  const first = snapshot();
  const written = Object.keys(first);
  expect(written.filter((file) => file.endsWith('.mdx'))).toHaveLength(9);
  expect(written.filter((file) => !file.endsWith('.mdx')).sort()).toEqual([
    'kitchen-sink.anchors.json',
    'second.anchors.json',
    'third.anchors.json',
  ]);
  const [name = ''] = Object.keys(first);
  const before = statSync(path.join(papers, name)).mtimeMs;
  expect(generate().status).toBe(0);
  expect(snapshot()).toEqual(first);
  expect(statSync(path.join(papers, name)).mtimeMs, 'a current file is not written again').toBe(
    before,
  );
});

test('--check passes on current files, and prints a diff of others without touching them', () => {
  generate();
  expect(generate('--check').status).toBe(0);
  edit('second.md', (text) => text.replaceAll('Self-Rectifying Systems*', 'Renamed*'));
  edit('kitchen-sink.md', (text) => text.replaceAll('Self-Rectifying Systems*', 'Renamed*'));
  const before = snapshot();
  const { status, stdout, stderr } = generate('--check');
  expect(status).toBe(1);
  expect(stdout).toMatch(/^-title: 'MAS\$\^2\$: Self-Rectifying Systems'$/m);
  expect(stdout).toMatch(/^\+title: 'MAS\$\^2\$: Renamed'$/m);
  expect(stderr).toContain('npm run generate');
  expect(snapshot()).toEqual(before);
});

test('removes the entries of papers that are gone, and nothing else', () => {
  generate();
  writeFileSync(path.join(papers, 'README.txt'), 'kept');
  writeFileSync(path.join(papers, 'stale.mdx'), 'no paper');
  rmSync(path.join(folder, 'content', 'redirects.yaml'));
  edit('kitchen-sink.md', (text) => text.replace(/- \[23\/01\][\s\S]*?notes\)\]\n/, ''));
  expect(generate().status).toBe(0);
  const names = readdirSync(papers);
  expect(names).toContain('README.txt');
  expect(names).not.toContain('stale.mdx');
  expect(names).not.toContain('a-paper-without-notes.mdx');
});

describe('a paper that leaves all lists', () => {
  const remove = (name: string) =>
    edit('kitchen-sink.md', (text) =>
      text.replace(new RegExp(`- \\[\\S+\\] \\*\\*.*\\n.*#${name}\\)\\]\\n`), ''),
    );
  const redirects = () => path.join(folder, 'content', 'redirects.yaml');
  const git = (...parameters: string[]) =>
    spawnSync(
      'git',
      ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-C', folder, ...parameters],
      { env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' } },
    ).status;

  test('is named until its going is committed, or a redirect leads on from it', () => {
    rmSync(redirects());
    generate();
    expect([git('init', '--quiet'), git('add', '.'), git('commit', '-qm', 'one')]).toEqual([
      0, 0, 0,
    ]);
    remove('a-paper-without-notes');
    const gone =
      /a-paper-without-notes\.mdx:1:1: warning PAPER_GONE: .*\/papers\/a-paper-without-notes\/ leads/;
    expect(generate('--check').stderr).toMatch(gone);
    expect(generate()).toMatchObject({ status: 0, stderr: expect.stringMatching(gone) });
    expect(readdirSync(papers)).not.toContain('a-paper-without-notes.mdx');
    expect(generate().stderr).toMatch(gone);
    const slug = '一篇只有中文标题的论文';
    writeFileSync(redirects(), `- from: a-paper-without-notes\n  to: ${slug}\n`);
    expect(generate().stderr).not.toContain('PAPER_GONE');
    rmSync(redirects());
    git('commit', '-qam', 'two');
    expect(generate().stderr).not.toContain('PAPER_GONE');
  });

  test('is an error where a redirect leads to it', () => {
    remove('a-paper-without-notes');
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /redirects\.yaml:4:3: error REDIRECT_NOWHERE: .*"a-paper-without-notes"/,
    );
  });
});

describe('the record of a repair', () => {
  const intact = [
    '# Paper List of Terms(Medical)',
    '- [25/06] **A Broken Paper**',
    '[[Paper]()] [[Code/Page]()] [[TLDR/Notes](#a-broken-paper)]',
    '',
    '# TLDR/Notes',
    '## a-broken-paper',
    '### Abstract',
    'In English.',
    '### 🌟 论文解读 | 医疗决策中的强化学习',
    '**方法（GRPO）**：模型不依赖标注数据，推理与决策一致。',
    '',
  ].join('\n');
  const name = 'a-broken-paper.repair.json';
  const record = () => repairRecordSchema.parse(JSON.parse(snapshot()[name] ?? ''));
  beforeEach(() => writeFileSync(path.join(lists, 'broken.md'), damage(intact)));

  test('stands beside the entry of each damaged paper, and of no other; the same every time', () => {
    expect(generate()).toMatchObject({ status: 0 });
    const first = snapshot();
    expect(Object.keys(first).filter((file) => file.endsWith('.repair.json'))).toEqual([name]);
    const { gaps } = record();
    expect(gaps.length).toBeGreaterThan(10);
    for (const { chosen, received, rivals } of gaps) {
      expect(damage(chosen)).toBe(received);
      for (const rival of rivals) expect(damage(rival)).toBe(received);
    }
    const places = gaps.map(({ at }) => at);
    expect(places).toEqual([...new Set(places)].sort((a = 0, b = 0) => a - b));
    expect(generate('--check')).toMatchObject({ status: 0 });
    expect(snapshot()).toEqual(first);
  });

  test('a ruling is in it with its reason', () => {
    const received = damage('决策中');
    writeFileSync(
      path.join(folder, 'content/corrections.yaml'),
      JSON.stringify([{ list: 'broken', received, restored: '决策中', why: 'as in the title' }]),
    );
    expect(generate()).toMatchObject({ status: 0 });
    const { rulings, gaps } = record();
    expect(rulings).toEqual([{ restored: '决策中', why: 'as in the title' }]);
    const ruled = gaps.filter(({ source }) => source === 'correction');
    expect(ruled.map(({ chosen, ruling }) => [chosen, ruling])).toContainEqual(['中', 0]);
    expect(ruled.every(({ ruling }) => ruling === 0)).toBe(true);
    expect(ruled.at(-1)).toMatchObject({ after: expect.stringMatching(/^的强化/) });
  });

  test('--check sees one that is not current, and one that is stale goes', () => {
    generate();
    const file = path.join(papers, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"chosen"', '"Chosen"'));
    writeFileSync(path.join(papers, 'stale.repair.json'), '{}');
    writeFileSync(path.join(papers, 'stale.anchors.json'), '{}');
    writeFileSync(path.join(papers, 'other.json'), 'kept');
    const { status, stdout } = generate('--check');
    expect(status).toBe(1);
    expect(stdout).toContain('stale.repair.json');
    rmSync(path.join(lists, 'broken.md'));
    expect(generate().status).toBe(0);
    expect(
      readdirSync(papers)
        .filter((file) => file.endsWith('.json'))
        .sort(),
    ).toEqual([
      'kitchen-sink.anchors.json',
      'other.json',
      'second.anchors.json',
      'third.anchors.json',
    ]);
  });
});

describe('an error leaves everything as it was', () => {
  test.each<[string, (text: string) => string | Buffer, RegExp]>([
    [
      'no heading',
      (text) => text.replace(/^#.*\n/, ''),
      /kitchen-sink\.md:1:1: error LIST_WITHOUT_HEADING/,
    ],
    [
      'a month that is none',
      (text) => text.replace('[23/01]', '[23/13]'),
      /kitchen-sink\.md:11:4: error DATE_NOT_A_MONTH/,
    ],
    [
      'a script for a link',
      (text) => text.replace('https://code.example.org/grasp)', 'javascript:alert(1))'),
      /kitchen-sink\.md:3:\d+: error URL_NOT_WEB/,
    ],
    [
      'notes without an entry',
      (text) => `${text}\n## no--such-paper\n### Abstract\nX\n`,
      /kitchen-sink\.md:\d+:1: error SECTION_WITHOUT_ENTRY/,
    ],
    [
      'a slug twice',
      (text) => text.replace('(#a-paper-without-notes)', '(#一篇只有中文标题的论文)'),
      /kitchen-sink\.md:11:1: error SLUG_TWICE/,
    ],
    [
      'not UTF-8',
      (text) => Buffer.concat([Buffer.from(text.slice(0, 40)), Buffer.from([0xff, 0xfe])]),
      /kitchen-sink\.md:2:\d+: error LIST_NOT_UTF8: Byte 0xFF/,
    ],
  ])('%s', (_, breakIt, message) => {
    generate();
    const before = snapshot();
    const file = path.join(lists, 'kitchen-sink.md');
    writeFileSync(file, breakIt(readFileSync(file, 'utf8')));
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).toContain('nothing was written');
    expect(snapshot()).toEqual(before);
  });

  test('all problems of all lists are printed', () => {
    edit('kitchen-sink.md', (text) =>
      text.replace('[23/01]', '[23/13]').replace('[24/12]', '[24/00]'),
    );
    edit('second.md', (text) => text.replace('[24/12]', '[never]'));
    const { stderr } = generate();
    expect(stderr.match(/DATE_NOT_A_MONTH/g)).toHaveLength(3);
  });

  test('broken topics and rulings that match nothing', () => {
    writeFileSync(path.join(folder, 'content/topics.yaml'), '- {id: x}');
    expect(generate().stderr).toMatch(/topics\.yaml:1:3: error TOPICS_INVALID/);
    rmSync(path.join(folder, 'content/topics.yaml'));
    writeFileSync(
      path.join(folder, 'content/corrections.yaml'),
      '- list: kitchen-sink\n  line: 5\n  received: ä¸å\n  restored: 不偏\n  why: a test\n',
    );
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toMatch(/corrections\.yaml:\d+:\d+: error CORRECTION_/);
  });
});

describe('a list that is no text', () => {
  const heading = '# Paper List of Terms(Medical)\n';
  test.each([
    ['a NUL byte', `${heading}a\0b`, '2:2: error FILE_HAS_NUL'],
    ['a lone surrogate', Buffer.from([0x23, 0x20, 0xed, 0xb0, 0x80]), '1:3: error LIST_NOT_UTF8'],
    ['no byte at all', '', '1:1: error LIST_WITHOUT_HEADING'],
    ['one line without end', damage('推理能力'.repeat(30_000)), '1:1: error LIST_WITHOUT_HEADING'],
  ])('%s: it is named, with its place, and nothing is written', (_what, content, message) => {
    writeFileSync(path.join(lists, 'odd.md'), content);
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toContain(`odd.md:${message}`);
    expect(existsSync(papers)).toBe(false);
  });

  test('a byte order mark and CRLF change no entry', () => {
    generate();
    const before = snapshot();
    for (const name of readdirSync(lists)) {
      edit(name, (text) => `\uFEFF${text.replaceAll(/\r?\n/g, '\r\n')}`);
    }
    expect(generate('--check')).toMatchObject({ status: 0 });
    expect(snapshot()).toEqual(before);
  });
});

test('a library without papers is built, with a warning', () => {
  rmSync(lists, { recursive: true });
  rmSync(path.join(folder, 'content/redirects.yaml'));
  mkdirSync(lists);
  writeFileSync(path.join(lists, 'empty.md'), '# Paper List of Terms(X)\n');
  const { status, stderr } = generate();
  expect(status).toBe(0);
  expect(stderr).toMatch(/empty\.md:1:1: warning LIST_EMPTY/);
});

test('a folder without lists/ is no library', () => {
  rmSync(lists, { recursive: true });
  expect(generate()).toMatchObject({ status: 1, stderr: expect.stringContaining('NO_LISTS') });
});

describe('where metadata was fetched', () => {
  const metadata = () => path.join(folder, 'content', 'metadata.json');

  test('papers that go without are named, and what they go by is written all the same', () => {
    const { status, stderr } = generate();
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /a-paper-without-notes\.mdx:\d+:1: warning METADATA_CONTRADICTS: .*Somebody Gave this Number/,
    );
    expect(stderr).toMatch(/wide-things\.mdx:\d+:1: warning METADATA_MISSING: .*2410\.00003v1/);
    expect(stderr).not.toContain('2412.00001v3');
  });

  test('a broken file is an error, and nothing is written', () => {
    writeFileSync(metadata(), '{"papers": {"2412.00001v3": {}}}');
    const { status, stderr } = generate();
    expect(status).toBe(1);
    expect(stderr).toMatch(/metadata\.json:1:1: error METADATA_INVALID/);
    expect(existsSync(papers)).toBe(false);
  });

  test('without such a file nothing is missed', () => {
    rmSync(metadata());
    expect(generate().stderr).not.toContain('METADATA');
  });
});
