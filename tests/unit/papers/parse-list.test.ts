import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseList } from '../../../src/papers/parse-list.ts';

const entry = (slug: string, month = '25/06') =>
  `- [${month}] **Title of ${slug}**  \n[[Paper](http://arxiv.org/pdf/2506.12849v1)] [[Code/Page]()] [[TLDR/Notes](#${slug})]\n`;
const notes = (slug: string) =>
  `## ${slug}\n### Abstract\nAn abstract.\n### 🌟 论文解读 | 标题\n\n正文。\n`;
const list = (...parts: string[]) => `# Paper List of Terms(Reward+RL)\n${parts.join('\n')}`;

function problemsOf(text: string) {
  return parseList(text, 'x', 'x.md').problems.map(
    ({ name, severity, line, column }) => `${severity} ${name} ${line}:${column}`,
  );
}

test('reads heading, terms, entries and notes', () => {
  const text = list(entry('a--b'), '# TLDR/Notes', notes('a--b'));
  const { list: parsed, problems } = parseList(text, 'x', 'x.md');
  expect(problems).toEqual([]);
  expect(parsed.terms).toEqual(['Reward', 'RL']);
  expect(parsed.papers).toEqual([
    {
      slug: 'a--b',
      title: 'Title of a--b',
      date: '2025-06',
      paper: 'http://arxiv.org/pdf/2506.12849v1',
      position: 1,
      line: 2,
      section: {
        abstract: 'An abstract.',
        notes: '### 🌟 论文解读 | 标题\n\n正文。',
        titleZh: '标题',
        abstractAt: 0,
        notesAt: [2, 3, 4],
        firstLine: 6,
        lastLine: 12,
      },
    },
  ]);
});

test('titles are without what nobody sees, slugs and notes as they are', () => {
  const dirty = (text: string) => text.replace(/t/g, 't\u200B').replace(/le/g, '\u202Ele');
  const text = list(entry('a-b'), '# TLDR/Notes', notes('a-b'));
  const { list: parsed } = parseList(
    text
      .replace('Title of', dirty('Title of'))
      .replace('Paper List', dirty('Paper List'))
      .replace('标题', '标\u2066题\u2069')
      .replace('正文', '正\u200B文'),
    'x',
    'x.md',
  );
  expect(parsed.title).toBe('Paper List of Terms(Reward+RL)');
  expect(parsed.papers[0]).toMatchObject({ title: 'Title of a-b', slug: 'a-b' });
  expect(parsed.papers[0]?.section).toMatchObject({
    titleZh: '标题',
    notes: '### 🌟 论文解读 | 标\u2066题\u2069\n\n正\u200B文。',
  });
});

test('the example of the README is a list', async () => {
  const readme = await readFile(new URL('../../../README.md', import.meta.url), 'utf8');
  const example = /```markdown\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const { list: parsed, problems } = parseList(example, 'x', 'x.md');
  expect(problems).toEqual([]);
  expect(parsed.papers).toHaveLength(1);
  expect(parsed.papers[0]).not.toHaveProperty('code');
  expect(parsed.papers[0]?.section?.titleZh).toBe('中文标题');
});

test('a heading without terms is a title all the same', () => {
  const { list: parsed } = parseList('# Paper List from BIB File: x.bib\n', 'x', 'x.md');
  expect(parsed).toMatchObject({ title: 'Paper List from BIB File: x.bib', terms: [] });
});

test('a slug keeps its parentheses, and a level-2 heading of the notes is no section', () => {
  const slug = 'a-(b)--c';
  const text = list(
    entry(slug),
    '# TLDR/Notes',
    `${notes(slug)}\n## 补充\n更多。\n## Further Reading\nMore.`,
  );
  const { list: parsed, problems } = parseList(text, 'x', 'x.md');
  expect(problems).toEqual([]);
  expect(parsed.papers[0]?.slug).toBe(slug);
  expect(parsed.papers[0]?.section?.notes).toContain('## Further Reading\nMore.');
});

test('Windows line endings and a byte order mark are read over', () => {
  const text = `\uFEFF${list(entry('a--b'), '# TLDR/Notes', notes('a--b'))}`.replaceAll(
    '\n',
    '\r\n',
  );
  expect(problemsOf(text)).toEqual([]);
});

describe('bad input', () => {
  const good = [entry('a--b'), '# TLDR/Notes', notes('a--b')];
  test.each<[string, string, string[]]>([
    ['no heading', good.join('\n'), ['error LIST_WITHOUT_HEADING 1:1']],
    ['an empty file', '', ['error LIST_WITHOUT_HEADING 1:1', 'warning LIST_EMPTY 1:1']],
    ['an empty list', '# Paper List of Terms(X)\n\n# TLDR/Notes\n', ['warning LIST_EMPTY 1:1']],
    [
      'an entry without notes',
      list(entry('a--b'), entry('c--d'), '# TLDR/Notes', notes('a--b')),
      ['warning ENTRY_WITHOUT_NOTES 5:1'],
    ],
    ['notes without an entry', list(...good, notes('c--d')), ['error SECTION_WITHOUT_ENTRY 13:1']],
    [
      'notes without an entry, recognised by their abstract',
      list(...good, notes('Some Title')),
      ['error SECTION_WITHOUT_ENTRY 13:1'],
    ],
    ['one slug twice', list(entry('a--b'), ...good), ['error SLUG_TWICE 5:1']],
    ['one section twice', list(...good, notes('a--b')), ['error SECTION_TWICE 13:1']],
    [
      'a month 13',
      list(entry('a--b', '25/13'), '# TLDR/Notes'),
      ['error DATE_NOT_A_MONTH 2:4', 'warning LIST_EMPTY 1:1'],
    ],
    [
      'a word for a month',
      list(entry('a--b', 'June'), '# TLDR/Notes'),
      ['error DATE_NOT_A_MONTH 2:4', 'warning LIST_EMPTY 1:1'],
    ],
    [
      'a script for a link',
      list(
        entry('a--b').replace('http://arxiv.org/pdf/2506.12849v1', 'javascript:alert(1)'),
        '# TLDR/Notes',
      ),
      ['error URL_NOT_WEB 3:10', 'warning LIST_EMPTY 1:1'],
    ],
    [
      'a local code link',
      list(entry('a--b').replace('Page]()', 'Page](./code)'), '# TLDR/Notes'),
      ['error URL_NOT_WEB 3:59', 'warning LIST_EMPTY 1:1'],
    ],
    [
      'a title without stars',
      list('- [25/06] Title', ...good),
      ['error ENTRY_MALFORMED 2:1', 'error ENTRY_MALFORMED 2:1'],
    ],
    ['prose in the index', list('Some words.', ...good), ['error ENTRY_MALFORMED 2:1']],
    ['an entry without links', list('- [25/06] **Title**', ...good), ['error ENTRY_MALFORMED 2:1']],
    [
      'links cut short',
      list(entry('a--b').replace(')]\n', ''), ''),
      ['error ENTRY_MALFORMED 3:62', 'warning LIST_EMPTY 1:1'],
    ],
    [
      'no slug',
      list(entry('a--b').replace(' [[TLDR/Notes](#a--b)]', ''), ''),
      ['error ENTRY_WITHOUT_SLUG 3:61', 'warning LIST_EMPTY 1:1'],
    ],
    [
      'text before the first section',
      list(entry('a--b'), '# TLDR/Notes', 'Lost words.', notes('a--b')),
      ['error TEXT_OUTSIDE_SECTION 6:1'],
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)).toEqual(expected);
  });

  test('all problems of a list are found in one run', () => {
    const text = [
      entry('a--b', '25/00'),
      entry('c--d').replace('http://arxiv', 'ftp://arxiv'),
      '- nonsense',
    ].join('\n');
    expect(problemsOf(text)).toHaveLength(6);
  });
});
