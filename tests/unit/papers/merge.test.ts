import { describe, expect, test } from 'vitest';
import { mergePapers } from '../../../src/papers/merge.ts';
import type { ListedPaper, ParsedList } from '../../../src/papers/parse-list.ts';
import { pathSegment } from '../../../src/papers/path-segment.ts';

const paper = (slug: string, more: Partial<ListedPaper> = {}): ListedPaper => ({
  slug,
  title: 'T',
  date: '2025-06',
  position: 1,
  line: 2,
  ...more,
});
const list = (id: string, terms: string[], ...papers: ListedPaper[]): ParsedList => ({
  id,
  file: `lists/${id}.md`,
  title: `List ${id}`,
  terms,
  papers,
});
const section = { abstract: 'A', notes: '### N', notesAt: [2], firstLine: 5, lastLine: 9 };
const merge = (...lists: ParsedList[]) =>
  mergePapers(lists, [], () => ({
    exact: 0,
    decoder: 0,
    correction: 0,
    unresolved: 0,
    uncertain: 0,
  }));

test('a paper of two lists is one entry, shown as the list with notes has it', () => {
  const { papers, problems } = merge(
    list('a', ['RL'], paper('s')),
    list('b', ['RL', 'Medical'], paper('s', { section, position: 3, code: 'https://host.org/c' })),
  );
  expect(problems).toEqual([]);
  expect(papers).toHaveLength(1);
  expect(papers[0]?.entry).toMatchObject({
    lists: [
      { id: 'b', position: 3 },
      { id: 'a', position: 1 },
    ],
    terms: ['RL', 'Medical'],
    links: { code: 'https://host.org/c' },
  });
});

test('lists that contradict each other are reported, not chosen between in silence', () => {
  const { problems } = merge(
    list('a', [], paper('s', { section })),
    list('b', [], paper('s', { title: 'Other', section: { ...section, notes: '### M' } })),
  );
  expect(problems.map(({ name, severity, what }) => `${severity} ${name} ${what}`)).toEqual([
    'warning PAPER_DIFFERS_BETWEEN_LISTS "s" differs from lists/a.md:2 in its title, notes.',
  ]);
});

test('two slugs with one address are an error', () => {
  const { problems } = merge(list('a', [], paper('a/b'), paper('a:b')));
  expect(problems.map(({ name }) => name)).toEqual(['PATH_TWICE']);
});

test.each([
  ['capo--reinforcing-consistent', 'capo--reinforcing-consistent'],
  ['rest-mcts*--llm', 'rest-mcts*--llm'],
  ['mas$^2$--self', 'mas$^2$--self'],
  ['$\\texttt{specs}$--x', '$-texttt{specs}$--x'],
  ['../../etc', '--..-etc'],
  ['a/b c%d', 'a-b-c-d'],
])('the path segment of %s is %s', (slug, segment) => {
  expect(pathSegment(slug)).toBe(segment);
});

test('a slug that is too long for a file is cut, and stays apart from its like', () => {
  const [a, b] = ['a', 'b'].map((end) => pathSegment(`${'长'.repeat(300)}${end}`));
  expect(Buffer.byteLength(a ?? '')).toBeLessThanOrEqual(200);
  expect(a).not.toBe(b);
});

describe('the addresses of arXiv papers', () => {
  const arxiv = (id: string) => ({ paper: `https://arxiv.org/abs/${id}` });

  test('one that two papers share leads to the first, and both are named', () => {
    const { problems } = merge(
      list('a', [], paper('s', arxiv('2506.00001v1'))),
      list('b', [], paper('t', { ...arxiv('2506.00001v2'), line: 7 })),
    );
    expect(
      problems.map(({ name, severity, file, line, what }) => [name, severity, file, line, what]),
    ).toEqual([
      [
        'ARXIV_TWICE',
        'warning',
        'lists/b.md',
        7,
        '"t" is arXiv:2506.00001v2, which "s" in lists/a.md:2 is, too.',
      ],
    ]);
  });

  test('one that is another paper’s own is refused', () => {
    const { problems } = merge(
      list('a', [], paper('s', arxiv('2506.00001v1')), paper('2506.00001')),
    );
    expect(problems.map(({ name, severity, what }) => `${severity} ${name} ${what}`)).toEqual([
      'error PATH_TWICE "s" is arXiv:2506.00001v1, but /papers/2506.00001/ is the address of "2506.00001".',
    ]);
  });

  test('every version and spelling that lists name is kept, those of another paper are not', () => {
    const { papers } = merge(
      list('a', [], paper('s', arxiv('math.GT/0309136v2'))),
      list('b', [], paper('s', arxiv('math/0309136v1'))),
      list('c', [], paper('s', arxiv('math/0309137v1'))),
      list('d', [], paper('s', { paper: 'https://arxiv.org/pdf/math/0309136v2' }), paper('t')),
    );
    expect(papers.map(({ entry }) => [entry.arxiv, entry.arxivAliases])).toEqual([
      ['math/0309136v2', ['math.GT/0309136v2', 'math/0309136v1']],
      [undefined, undefined],
    ]);
    expect(papers[0]?.entry.links.paper).toBe('https://arxiv.org/abs/math/0309136v2');
  });

  test('a version that is another paper’s own is refused, whichever list names it', () => {
    const { problems } = merge(
      list('a', [], paper('s', arxiv('2506.00001v1'))),
      list('b', [], paper('s', arxiv('2506.00001v2')), paper('2506.00001v2')),
    );
    expect(problems.map(({ name, severity }) => `${severity} ${name}`)).toContain(
      'error PATH_TWICE',
    );
  });

  test('a paper whose slug is its own identifier is no problem', () => {
    const { problems } = merge(list('a', [], paper('2506.00001', arxiv('2506.00001'))));
    expect(problems).toEqual([]);
  });
});

test('two lists with one address are an error', () => {
  const { problems } = merge(list('a b', [], paper('s')), list('A-b', [], paper('t')));
  expect(problems.map(({ name, file }) => [name, file])).toEqual([['PATH_TWICE', 'lists/A-b.md']]);
});
