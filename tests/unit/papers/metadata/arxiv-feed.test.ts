import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { parseArxivFeed } from '../../../../src/papers/metadata/arxiv-feed.ts';
import { decodeXml } from '../../../../src/papers/metadata/decode-xml.ts';
import { NotAFeedError } from '../../../../src/papers/metadata/not-a-feed.ts';
import { errorFeed, paperFeed, type ServedPaper } from '../../../serve-arxiv.ts';

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
    leftOut: [],
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

describe('what is no metadata in a feed that is one', () => {
  const served = { id: '2506.00001v1', title: 'T' };
  const read = (change: (feed: string) => string, more: Partial<ServedPaper> = {}) =>
    parseArxivFeed(change(paperFeed([{ ...served, ...more }])));
  const same = (feed: string) => feed;

  test.each<[string, (feed: string) => string, Partial<ServedPaper>, RegExp]>([
    [
      'a day that no month has',
      (feed) => feed.replace('06-15T', '13-45T'),
      {},
      /^published: a date/,
    ],
    [
      'a date in words',
      (feed) => feed.replace('2025-06-16T08:00:00Z', 'soon'),
      {},
      /^updated: a date/,
    ],
    [
      'a lost character in a name',
      same,
      { authors: ['Jos\uFFFD'] },
      /^authors\[0\]: it holds U\+FFFD/,
    ],
    ['a lost character in the title', same, { title: 'A \uFFFD' }, /^title: it holds U\+FFFD/],
    [
      'markup in a name',
      same,
      { authors: ['<b>Jane</b>'] },
      /^author\[0\]\.name: a name holds markup/,
    ],
    ['an element in a name', (feed) => feed.replace('Jane Q.', 'Jane <b>Q.</b>'), {}, /markup/],
    ['nothing but signs that show nothing', same, { authors: ['\u202E\u200B'] }, /^authors: /],
  ])('%s: the entry is refused', (_, change, more, why) => {
    const { entries, unreadable } = read(change, more);
    expect(entries).toEqual([]);
    expect(unreadable).toEqual([{ id: served.id, why: expect.stringMatching(why) }]);
  });

  test('controls, and signs that turn the writing around, are taken out of what is shown', () => {
    const { entries } = read(same, {
      title: 'A\u202E Title\u200B',
      authors: ['Jane\u202E\u009F Doe', '\u2066Zoé\u2069'],
    });
    expect(entries[0]?.metadata).toMatchObject({ title: 'A Title', authors: ['Jane Doe', 'Zoé'] });
  });

  test('names are in Unicode', () => {
    const { entries } = read(same, { authors: ["Jos\\'e Mu{\\~n}oz", 'A. \\L{}ukasz'] });
    expect(entries[0]?.metadata.authors).toEqual(['José Muñoz', 'A. Łukasz']);
  });

  test.each([
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000.10/a(b)', '10.1000.10/a(b)'],
    ['see 10.1000/182', '10.1000/182'],
  ])('the DOI %j is %s', (doi, found) => {
    const { entries, leftOut } = read(same, { doi });
    expect(entries[0]?.metadata.doi).toBe(found);
    expect(leftOut).toEqual([]);
  });

  test.each(['in print', '10.1000', '11.1000/182', 'javascript:10.1000/x'])(
    '%j is no DOI: it is left out and named, and the rest is kept',
    (doi) => {
      const { entries, leftOut } = read(same, { doi });
      expect(entries[0]?.metadata).not.toHaveProperty('doi');
      expect(entries[0]?.metadata.authors).toEqual(['Jane Q. Doe']);
      expect(leftOut).toEqual([{ id: served.id, why: `"${doi}" is no DOI` }]);
    },
  );
});

describe('the bytes of an answer', () => {
  const xml = (encoding?: string) =>
    `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><name>José – 张</name>`;
  const latin = (text: string) => iconv.encode(text.replace(' – 张', ''), 'latin1');

  test.each<[string, Uint8Array, string | null]>([
    ['UTF-8 by default', Buffer.from(xml()), null],
    ['as the header says', latin(xml()), 'application/atom+xml; charset=ISO-8859-1'],
    ['the header beats the document', latin(xml('UTF-8')), 'text/xml;charset="iso-8859-1"'],
    ['as the document says', latin(xml('ISO-8859-1')), 'application/atom+xml'],
    [
      'a byte order mark beats both',
      iconv.encode(xml('x'), 'utf-16le', { addBOM: true }),
      ';charset=x',
    ],
  ])('are read %s', (_, bytes, contentType) => {
    expect(decodeXml(bytes, contentType)).toContain('<name>José');
  });

  test.each<[string, Uint8Array, string | null, RegExp]>([
    ['Latin-1 that says nothing', latin(xml()), null, /not utf-8/],
    ['Latin-1 that says it is UTF-8', latin(xml()), 'text/xml; charset=utf-8', /not utf-8/],
    ['what nobody knows', Buffer.from(xml()), 'text/xml; charset=klingon', /klingon/],
  ])('are refused: %s', (_, bytes, contentType, why) => {
    expect(() => decodeXml(bytes, contentType)).toThrow(NotAFeedError);
    expect(() => decodeXml(bytes, contentType)).toThrow(why);
  });
});
