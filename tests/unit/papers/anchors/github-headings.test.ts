import { describe, expect, test } from 'vitest';
import { gitHubHeadings } from '../../../../src/papers/anchors/github-headings.ts';

const ids = (markdown: string) => gitHubHeadings(markdown).map(({ id }) => id);

describe('the id of a heading', () => {
  test.each([
    ['## capo--x-2-0', 'capo--x-2-0'],
    ['## q&a-+-rl;-safe/sound-@-scale!-(revisited)', 'qa--rl-safesound--scale-revisited'],
    ['## mas$^2$--self-rectifying', 'mas2--self-rectifying'],
    ['# TLDR/Notes', 'tldrnotes'],
    ['### 📌 背景痛点/本文动机', '-背景痛点本文动机'],
    ['### ğŸ“Œ èƒŒæ™¯', 'ğÿœ-èƒœæ'],
    ['## **Bold** and `code` and [a link](https://example.org)', 'bold-and-code-and-a-link'],
    ['## <b>Tags</b> &amp; ![pictures](x.png)', 'tags--'],
    ['Underlined\n===', 'underlined'],
  ])('%s is %s', (markdown, id) => {
    expect(ids(markdown)).toEqual([id]);
  });

  test('repeats are numbered through the whole file, over sections of any level', () => {
    const section = '## a\n\n### Abstract\n\nx\n\n';
    expect(ids(section.repeat(3))).toEqual([
      'a',
      'abstract',
      'a-1',
      'abstract-1',
      'a-2',
      'abstract-2',
    ]);
  });

  test('a byte order mark and Windows line ends change nothing', () => {
    expect(gitHubHeadings('\uFEFF# A\r\n\r\n## B\r\n')).toEqual([
      { line: 1, id: 'a' },
      { line: 3, id: 'b' },
    ]);
  });
});

describe('what is no heading', () => {
  test('lines of a code block, and a stray fence makes code of all that follows up to the next', () => {
    const markdown = [
      '# List',
      '## one',
      '```',
      '### Abstract',
      '## two',
      '# three',
      '## four',
      '### Abstract',
      '```',
      '## five',
      '### Abstract',
    ];
    expect(gitHubHeadings(markdown.join('\n'))).toEqual([
      { line: 1, id: 'list' },
      { line: 2, id: 'one' },
      { line: 10, id: 'five' },
      { line: 11, id: 'abstract' },
    ]);
  });

  test('lines of a fence that is never closed', () => {
    expect(ids(`# a\n\n~~~\n${'## b\n'.repeat(50)}`)).toEqual(['a']);
  });

  test('an HTML block holds on to its headings, a list item or a quote does not', () => {
    expect(ids('# a\n<!--\n## b\n\n## c\n-->\n- item\n## d\n> quote\n# e')).toEqual([
      'a',
      'd',
      'e',
    ]);
  });
});

test('reading in parts finds what reading the whole finds', () => {
  const parts = [
    '## x',
    '### y',
    '```',
    'text',
    '> ## quoted',
    '- ## item',
    '===',
    '# z',
    '~~~',
    '',
  ];
  // A fixed sequence that visits the parts in every order of three and more.
  let seed = 7;
  const lines = Array.from({ length: 3000 }, () => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return parts[(seed >> 16) % parts.length] ?? '';
  });
  // A space before a heading's sign keeps the parts together, and changes nothing else.
  const whole = gitHubHeadings(lines.map((line) => line.replace(/^#/, ' #')).join('\n'));
  expect(gitHubHeadings(lines.join('\n'))).toEqual(whole);
  expect(whole.length).toBeGreaterThan(300);
});
