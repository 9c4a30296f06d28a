import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { findRepository } from '../../../src/lib/repository.ts';
import { gitHubRepository, reportForm, reportHref } from '../../../src/lib/report-link.ts';

const page = 'https://papers.example.org/papers/capo/';

describe('gitHubRepository', () => {
  test.each<[unknown, string | undefined]>([
    ['github:owner/name', 'owner/name'],
    ['owner/name', 'owner/name'],
    ['https://github.com/owner/name', 'owner/name'],
    ['git+https://github.com/owner/na.me.git', 'owner/na.me'],
    ['git@github.com:owner/name.git', 'owner/name'],
    ['git+ssh://git@github.com/owner/name.git#main', 'owner/name'],
    [{ type: 'git', url: 'git://github.com/owner/name.git' }, 'owner/name'],
    ['https://gitlab.com/owner/name', undefined],
    ['gitlab:owner/name', undefined],
    ['https://github.com.example.org/owner/name', undefined],
    ['https://github.com/owner', undefined],
    [undefined, undefined],
    [{}, undefined],
  ])('%j → %j', (field, expected) => {
    expect(gitHubRepository(field)).toBe(expected);
  });
});

describe('findRepository', () => {
  const inActions = { GITHUB_REPOSITORY: 'owner/fork', GITHUB_SERVER_URL: 'https://github.com' };
  test.each<[string, unknown, NodeJS.ProcessEnv, string | undefined]>([
    ['package.json first', 'github:owner/name', inActions, 'owner/name'],
    ['else GitHub Actions', undefined, inActions, 'owner/fork'],
    ['or whoever sets the variable', undefined, { GITHUB_REPOSITORY: 'a/b' }, 'a/b'],
    [
      'but not the Actions of another server',
      undefined,
      { ...inActions, GITHUB_SERVER_URL: 'https://git.example.org' },
      undefined,
    ],
    ['nor what is no repository', undefined, { GITHUB_REPOSITORY: 'owner' }, undefined],
    ['nor an empty variable', undefined, { GITHUB_REPOSITORY: '' }, undefined],
    ['nor nothing', undefined, {}, undefined],
  ])('%s', (_what, field, env, expected) => {
    expect(findRepository(field, env)).toBe(expected);
  });
});

describe('reportHref', () => {
  test('fills in what is known, to the letter', () => {
    const url = new URL(
      reportHref('owner/name', {
        paper: 'C++ & "100%": #1',
        page,
        context: '医疗决策【中】的一致',
        shown: '中',
        rivals: '不与',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://github.com/owner/name/issues/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      template: 'wrong-character.yml',
      title: 'Wrong character 中 in C++ & "100%": #1',
      paper: 'C++ & "100%": #1',
      page,
      text: '医疗决策【中】的一致',
      shown: '中',
      rivals: '不 与',
    });
  });

  test('leaves a blank for what is not, and stays short enough for a server', () => {
    const { searchParams } = new URL(reportHref('o/n', { paper: 'A', page }));
    expect(searchParams.get('title')).toBe('Wrong character in A');
    expect([...searchParams.keys()]).toEqual(['template', 'title', 'paper', 'page']);
    const paper = '𠮷'.repeat(9000);
    const long = reportHref('o/n', { paper, page, context: '中'.repeat(9000) });
    expect(long.length).toBeLessThan(8000);
    expect(decodeURIComponent(long)).not.toContain('\uFFFD');
  });
});

describe('the issue forms', () => {
  interface Form {
    name: string;
    description: string;
    title: string;
    body: { type: string; id: string; attributes: { label: string; description?: string } }[];
  }
  const readForm = (file: string) => parse(readFileSync(file, 'utf8')) as Form;

  test('have the fields that the link fills in, of types that can be filled in', () => {
    const report = { paper: 'A', page, context: '【中】', shown: '中', rivals: '不' };
    const { searchParams } = new URL(reportHref('o/n', report));
    expect(reportForm).toBe(`.github/ISSUE_TEMPLATE/${searchParams.get('template')}`);
    const types = new Map(readForm(reportForm).body.map(({ id, type }) => [id, type]));
    const filled = [...searchParams.keys()].filter((key) => !['template', 'title'].includes(key));
    expect(filled).toHaveLength(5);
    for (const id of filled) expect(['input', 'textarea'], id).toContain(types.get(id));
  });

  test.each([reportForm, '.github/ISSUE_TEMPLATE/missing-paper.yml'])(
    '%s asks in both languages, and gives each field an id of its own',
    (file) => {
      const { name, description, body } = readForm(file);
      const texts = body.flatMap(({ attributes }) => [attributes.label, attributes.description]);
      for (const text of [name, description, ...texts].filter((text) => text !== undefined)) {
        expect(text).toMatch(/[A-Za-z]/);
        expect(text).toMatch(/ · .*\p{Script=Han}/u);
      }
      const ids = body.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      // A link that fills these in means the issue, not a field of the form.
      for (const id of ['title', 'body', 'labels', 'template']) expect(ids).not.toContain(id);
    },
  );
});
