import { describe, expect, test } from 'vitest';
import { gitHubRepository, reportHref } from '../../../src/lib/report-link.ts';

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

describe('reportHref', () => {
  const page = 'https://papers.example.org/papers/capo/';

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
    expect(url.searchParams.get('title')).toBe('Wrong character 中 in C++ & "100%": #1');
    const body = url.searchParams.get('body');
    for (const part of [page, '医疗决策【中】的一致', '不 与', 'C++ & "100%": #1'])
      expect(body).toContain(part);
    expect([...url.searchParams.keys()]).toEqual(['title', 'body']);
  });

  test('leaves a blank for what is not, and stays short enough for a server', () => {
    const { searchParams } = new URL(reportHref('o/n', { paper: 'A', page }));
    expect(searchParams.get('title')).toBe('Wrong character in A');
    expect(searchParams.get('body')).not.toMatch(/undefined|Text|Shown/);
    const paper = '𠮷'.repeat(9000);
    const long = reportHref('o/n', { paper, page, context: '中'.repeat(9000) });
    expect(long.length).toBeLessThan(8000);
    expect(decodeURIComponent(long)).not.toContain('\uFFFD');
  });
});
