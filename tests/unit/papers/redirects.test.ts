import { describe, expect, test } from 'vitest';
import { checkGone, checkRedirects, parseRedirects } from '../../../src/papers/redirects.ts';

const papers = [
  { id: 'a-paper' },
  { id: 'Q&A: b/c', arxiv: '2506.00001v2', arxivAliases: ['2506.00001v1'] },
];
const check = (text: string) => {
  const { redirects, problems } = parseRedirects(text, 'content/redirects.yaml');
  expect(problems).toEqual([]);
  return checkRedirects(redirects, papers).map(
    ({ line, severity, name, what }) => `${line} ${severity} ${name} ${what}`,
  );
};

test('slugs of old lead to papers that are there', () => {
  const text = '- from: "old: 100%"\n  to: "Q&A: b/c"\n- {from: older, to: a-paper}\n';
  expect(parseRedirects(text, 'r.yaml').redirects.map(({ value }) => value)).toEqual([
    { from: 'old: 100%', to: 'Q&A: b/c' },
    { from: 'older', to: 'a-paper' },
  ]);
  expect(check(text)).toEqual([]);
  expect(check('# none yet\n')).toEqual([]);
});

test.each([
  ['no list', 'from: a', '1:1'],
  ['no target', '- from: a', '1:3'],
  ['an unknown key', '- {from: a, to: b, why: c}', '1:3'],
  ['broken YAML', '- {from: a', '1:11'],
])('%s is reported with its place', (_what, text, place) => {
  const { problems } = parseRedirects(text, 'content/redirects.yaml');
  expect(problems.map(({ line, column, name }) => `${line}:${column} ${name}`)).toEqual([
    `${place} REDIRECTS_INVALID`,
  ]);
});

test('a target that is no paper is an error, another redirect no target', () => {
  const text = '- {from: older, to: old}\n- {from: old, to: a-paper}\n';
  expect(check(text)).toEqual(['1 error REDIRECT_NOWHERE No list holds a paper "old".']);
});

test.each([
  ['a paper’s own, in any case', 'A-Paper', '"a-paper"'],
  ['one that looks the same as an address', 'Q&A--b-c', '"Q&A: b/c"'],
  ['an identifier', '2506.00001', '"Q&A: b/c"'],
  ['a version that another list names', '2506.00001v1', '"Q&A: b/c"'],
  ['that of another redirect', 'twice', 'the redirect in line 1'],
])('an address that is taken is an error: %s', (_what, from, owner) => {
  const text = `- {from: twice, to: a-paper}\n- {from: "${from}", to: a-paper}\n`;
  expect(check(text)).toEqual([
    expect.stringMatching(/^2 error REDIRECT_TAKEN \/papers\/\S+\/ is the address of /),
  ]);
  expect(check(text)[0]).toContain(`${owner} already.`);
});

describe('a paper that is gone', () => {
  const place = { file: 'content/papers/old.mdx', line: 1, column: 1 };

  test('is named, with what to write', () => {
    const [problem] = checkGone([{ id: 'old/slug', place }], []);
    expect(problem).toMatchObject({ ...place, name: 'PAPER_GONE', severity: 'warning' });
    expect(problem?.what).toBe(
      'No list holds "old/slug" any more, and /papers/old-slug/ leads nowhere.',
    );
    expect(problem?.todo).toContain('"- from: old/slug"');
  });

  test('is no news where a redirect leads on from it', () => {
    const { redirects } = parseRedirects('- {from: old/slug, to: a-paper}', 'r.yaml');
    expect(checkGone([{ id: 'old/slug', place }], redirects)).toEqual([]);
  });
});
