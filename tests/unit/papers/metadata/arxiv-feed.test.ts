import { expect, test } from 'vitest';
import { NotAFeedError, parseArxivFeed } from '../../../../src/papers/metadata/arxiv-feed.ts';
import { errorFeed, paperFeed } from '../../../serve-arxiv.ts';

test('an entry becomes metadata: text in one line, the primary category first, no duplicates', () => {
  const { entries, unreadable, refusal } = parseArxivFeed(
    paperFeed([
      {
        id: 'cs/0112017v1',
        title: 'A Title\n  of two lines: $x < y$ & "more"',
        authors: ['Jane Q. Doe', ':', '张三'],
        doi: '10.1000/a_b 10.1000/c',
        journalRef: 'J. Tests 1 (2025) 2',
      },
    ]),
  );
  expect(unreadable).toEqual([]);
  expect(refusal).toBeUndefined();
  expect(entries).toEqual([
    {
      id: 'cs/0112017v1',
      metadata: {
        title: 'A Title of two lines: $x < y$ & "more"',
        authors: ['Jane Q. Doe', '张三'],
        categories: ['cs.CV', 'cs.AI'],
        doi: '10.1000/a_b',
        journalRef: 'J. Tests 1 (2025) 2',
        published: '2025-06-15',
        updated: '2025-06-16',
      },
    },
  ]);
});

test('numbers and entities stay text', () => {
  const feed = paperFeed([{ id: '2506.00001v1', title: '2024' }]).replace(
    '2024',
    '0x10 &#233; 1e3',
  );
  expect(parseArxivFeed(feed).entries[0]?.metadata.title).toBe('0x10 é 1e3');
});

test('an error comes as a refusal, in the words of arXiv', () => {
  expect(parseArxivFeed(errorFeed('incorrect id format for 1234'))).toEqual({
    entries: [],
    unreadable: [],
    refusal: 'incorrect id format for 1234',
  });
});

test('an entry that lacks what it must have is named, and the others are read', () => {
  const papers = ['2506.00001v1', '2506.00002v1', '2506.00003v1'].map((id) => ({ id, title: 'T' }));
  const feed = paperFeed(papers)
    .replace('<name>Jane Q. Doe</name>', '<name> </name>')
    .replace('http://arxiv.org/abs/2506.00003v1', 'http://elsewhere.example/2506.00003v1');
  const { entries, unreadable } = parseArxivFeed(feed);
  expect(entries.map(({ id }) => id)).toEqual(['2506.00002v1']);
  expect(unreadable).toEqual([
    { id: '2506.00001v1', why: expect.stringContaining('authors') },
    { id: 'http://elsewhere.example/2506.00003v1', why: 'its id is no arXiv address' },
  ]);
});

test.each([
  ['nothing', ''],
  ['a page', '<!doctype html><html><body><p>Service unavailable</body></html>'],
  ['well-formed, but no feed', '<html><body/></html>'],
  [
    'entities that explode',
    `<!DOCTYPE feed [<!ENTITY a "${'x'.repeat(1000)}">]><feed><entry><title>${'&a;'.repeat(2000)}</title></entry></feed>`,
  ],
  ['JSON', '{"entries": []}'],
  ['a feed that is cut off', paperFeed([{ id: '2506.00001v1', title: 'T' }]).slice(0, 1500)],
  ['fewer entries than it says', paperFeed([{ id: '2506.00001v1', title: 'T' }], 2)],
])('what is no whole feed is refused: %s', (_, text) => {
  expect(() => parseArxivFeed(text)).toThrow(NotAFeedError);
});

test('a feed without entries is one', () => {
  expect(parseArxivFeed(paperFeed([])).entries).toEqual([]);
  expect(parseArxivFeed('<feed/>').entries).toEqual([]);
});
