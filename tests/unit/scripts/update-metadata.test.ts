import { describe, expect, test } from 'vitest';
import {
  ArxivUnavailableError,
  createArxivClient,
  type Surroundings,
} from '../../../scripts/arxiv-client.ts';
import { updateMetadata } from '../../../scripts/update-metadata.ts';
import type { Metadata } from '../../../src/papers/metadata/schema.ts';
import { paperFeed, serveArxiv, type Misbehaviour, type ServedPaper } from '../../serve-arxiv.ts';

/** A clock that goes only when somebody waits. */
function surroundings(timeout = 20_000): Surroundings & { waits: number[]; reports: string[] } {
  let time = Date.parse('2025-06-20T00:00:00Z');
  const waits: number[] = [];
  const reports: string[] = [];
  return {
    waits,
    reports,
    timeout,
    largest: 2 ** 20,
    report: (message) => reports.push(message),
    now: () => time,
    wait: async (duration) => {
      waits.push(duration);
      time += duration;
    },
  };
}

const papers = (count: number): ServedPaper[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `2506.${String(i).padStart(5, '0')}v1`,
    title: `Paper ${i}`,
  }));
const idsOf = (served: readonly ServedPaper[]) => served.map(({ id }) => id);

async function run(
  ids: readonly string[],
  served: readonly ServedPaper[],
  misbehave?: Misbehaviour,
  known: Metadata = { papers: {} },
  around = surroundings(),
) {
  await using arxiv = await serveArxiv(served, misbehave);
  const kept: Metadata[] = [];
  const ask = createArxivClient(arxiv.api, 'paper-notes/test', around);
  const keep = async (metadata: Metadata) => void kept.push(metadata);
  const update = await updateMetadata(ids, known, ask, keep, around.report);
  const { waits, reports } = around;
  return { ...update, kept, requests: arxiv.requests, waits, reports };
}

/** Sends a status and a body, as often as told, and then leaves it to the server. */
const answers =
  (times: number, status: number, headers: Record<string, string> = {}, body = ''): Misbehaviour =>
  ({ number }, response) => {
    if (number > times) return false;
    response.writeHead(status, headers).end(body);
    return true;
  };

describe('asking arXiv', () => {
  test('in batches of a hundred, three seconds apart, by name, and kept batch by batch', async () => {
    const served = papers(250);
    const { fetched, failed, refused, kept, requests, waits } = await run(idsOf(served), served);
    expect(fetched).toEqual(idsOf(served));
    expect([failed, refused]).toEqual([[], []]);
    expect(requests.map(({ ids }) => ids.length)).toEqual([100, 100, 50]);
    expect(new Set(requests.map(({ userAgent }) => userAgent))).toEqual(
      new Set(['paper-notes/test']),
    );
    expect(waits).toEqual([3000, 3000]);
    expect(kept.map((metadata) => Object.keys(metadata.papers).length)).toEqual([100, 200, 250]);
  });

  test('nobody is asked where nothing is missing', async () => {
    const { requests, kept } = await run([], papers(1));
    expect([requests, kept]).toEqual([[], []]);
  });

  test('ids with a version, without one, of the old style and with a subject class', async () => {
    const served = [
      { id: '2506.00001v3', title: 'A' },
      { id: 'cs/0112017v1', title: 'B' },
      { id: '2506.00002v1', title: 'C' },
    ];
    const { metadata, requests } = await run(
      ['2506.00001', 'cs/0112017', '2506.00002v1', '2506.00002v2'],
      served,
    );
    expect(requests).toHaveLength(1);
    expect(Object.keys(metadata.papers).sort()).toEqual([
      '2506.00001',
      '2506.00002v1',
      'cs/0112017',
    ]);
    const withClass = await run(['math.GT/0309136'], [], ({ ids: _ }, response) => {
      response.end(paperFeed([{ id: 'math/0309136v1', title: 'D' }]));
      return true;
    });
    expect(Object.keys(withClass.metadata.papers)).toEqual(['math.GT/0309136']);
  });

  test('fewer entries than asked, duplicates and entries nobody asked for: only what was asked', async () => {
    const entries = [
      { id: '2506.00001v1', title: 'First' },
      { id: '2506.00001v1', title: 'Second' },
      { id: '2506.99999v1', title: 'Unasked' },
    ];
    const { metadata, fetched, failed, refused } = await run(
      ['2506.00001v1', '2506.00002v1', '2506.00001v1'],
      [],
      (_, response) => {
        response.end(paperFeed(entries));
        return true;
      },
    );
    expect(fetched).toEqual(['2506.00001v1']);
    expect(metadata.papers['2506.00001v1']?.title).toBe('First');
    expect([failed, refused]).toEqual([[], []]);
  });

  test('what was known stays, and what a person confirmed stays confirmed', async () => {
    const served = papers(2);
    const { metadata } = await run(idsOf(served).slice(0, 1), served);
    const entry = metadata.papers['2506.00000v1'];
    if (!entry) throw new Error('not fetched');
    const known: Metadata = {
      papers: {
        '2506.00000v1': { ...entry, title: 'Old', confirmed: true },
        '1234.56789v1': entry,
      },
    };
    const again = await run(idsOf(served), served, undefined, known);
    expect(again.metadata.papers['2506.00000v1']).toEqual({ ...entry, confirmed: true });
    expect(again.metadata.papers['1234.56789v1']).toEqual(entry);
  });
});

describe('an arXiv that throttles or stumbles is asked again, later each time', () => {
  const served = papers(1);
  const ids = idsOf(served);

  test.each<[string, Misbehaviour, number[]]>([
    ['503 without a word', answers(2, 503), [6000, 12_000]],
    ['503 with Retry-After', answers(1, 503, { 'Retry-After': '40' }), [40_000]],
    [
      '429 with a date',
      answers(1, 429, { 'Retry-After': 'Fri, 20 Jun 2025 00:01:30 GMT' }),
      [90_000],
    ],
    ['a Retry-After that is none', answers(1, 429, { 'Retry-After': 'soon' }), [6000]],
    ['garbage', answers(1, 200, {}, '<p>Rate exceeded.'), [6000]],
    ['truncated XML', answers(1, 200, {}, paperFeed(served).slice(0, 900)), [6000]],
    ['an empty answer', answers(1, 200), [6000]],
    ['too few entries', answers(1, 200, {}, paperFeed([], 1)), [6000]],
    [
      'a closed connection',
      ({ number }, response) => {
        if (number === 1) response.destroy();
        return number === 1;
      },
      [6000],
    ],
    [
      'a body that ends too early',
      ({ number }, response) => {
        if (number === 1) {
          response.writeHead(200, { 'Content-Length': '5000' }).write('<feed>');
          response.destroy();
        }
        return number === 1;
      },
      [6000],
    ],
  ])('%s', async (_, misbehave, waits) => {
    const result = await run(ids, served, misbehave);
    expect(result.fetched).toEqual(ids);
    expect(result.failed).toEqual([]);
    expect(result.waits).toEqual(waits);
  });

  test('an answer that does not come is not waited for', async () => {
    const hang: Misbehaviour = ({ number }) => number === 1;
    const result = await run(ids, served, hang, undefined, surroundings(2000));
    expect(result.fetched).toEqual(ids);
    expect(result.requests).toHaveLength(2);
  });

  test('an answer that drips is not waited for either', async () => {
    const drip: Misbehaviour = (_, response) => {
      response.writeHead(200).write('<feed>');
      return true;
    };
    const result = await run(ids, served, drip, undefined, surroundings(50));
    expect(result.failed).toEqual([{ ids, why: expect.stringMatching(/0\.05 seconds, 5 times$/) }]);
  });
});

describe('an arXiv that stays away: what was fetched is kept, the rest is named', () => {
  const served = papers(450);
  const ids = idsOf(served);

  test('two batches in vain, and the rest is left for another time', async () => {
    const { fetched, failed, kept, requests } = await run(ids, served, ({ number }, response) => {
      if (number === 1) return false;
      response.writeHead(500).end();
      return true;
    });
    expect(fetched).toEqual(ids.slice(0, 100));
    expect(kept).toHaveLength(1);
    expect(requests).toHaveLength(11);
    expect(failed.flatMap((failure) => failure.ids)).toEqual(ids.slice(100));
    expect(failed[0]?.why).toBe('it answered with status 500, 5 times');
  });

  test('one batch in vain, and the others are asked for', async () => {
    const { fetched, failed } = await run(ids, served, ({ ids: asked }, response) => {
      if (asked[0] !== ids[100]) return false;
      response.end('<feed>');
      return true;
    });
    expect(fetched).toEqual([...ids.slice(0, 100), ...ids.slice(200)]);
    expect(failed.map((failure) => failure.ids)).toEqual([ids.slice(100, 200)]);
  });

  test('a refusal for good is not repeated', async () => {
    const { failed, requests } = await run(ids, served, answers(99, 403));
    expect(requests).toHaveLength(1);
    expect(failed).toEqual([{ ids, why: 'it answered with status 403' }]);
  });

  test('nor is a wait of an hour sat out', async () => {
    const { failed, waits } = await run(ids, served, answers(99, 503, { 'Retry-After': '3600' }));
    expect(waits).toEqual([]);
    expect(failed).toEqual([
      { ids, why: 'it answered with status 503 and wants 60 minutes of rest' },
    ]);
  });

  test('nobody listens', async () => {
    const around = surroundings();
    const ask = createArxivClient('http://127.0.0.1:9/api/query', 'paper-notes/test', around);
    await expect(ask(['2506.00001v1'])).rejects.toThrow(ArxivUnavailableError);
    expect(around.waits).toEqual([6000, 12_000, 24_000, 48_000]);
  });
});

describe('what arXiv answers', () => {
  const paper = { id: '2506.00000v1', title: 'Paper' };
  const ids = [paper.id];

  test('is read in the encoding that it says it has', async () => {
    const { metadata } = await run(ids, [], (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/atom+xml; charset=ISO-8859-1' });
      response.end(Buffer.from(paperFeed([{ ...paper, authors: ['José'] }]), 'latin1'));
      return true;
    });
    expect(metadata.papers['2506.00000v1']?.authors).toEqual(['José']);
  });

  test('in another encoding than it says is nothing, and says why', async () => {
    const { failed, kept } = await run(ids, [], (_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
      response.end(Buffer.from(paperFeed([{ ...paper, authors: ['José'] }]), 'latin1'));
      return true;
    });
    expect(kept).toEqual([]);
    expect(failed).toEqual([{ ids, why: expect.stringContaining('not utf-8') }]);
  });

  test('without end is not read to its end, nor asked for again', async () => {
    const endless: Misbehaviour = (_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(2 ** 16, 32)));
      };
      response.on('drain', more);
      more();
      return true;
    };
    const { failed, requests } = await run(ids, [paper], endless);
    expect(failed).toEqual([{ ids, why: 'its answer has more than 1048576 bytes' }]);
    expect(requests).toHaveLength(1);
  });

  test('without a DOI in its place is kept without it, and named', async () => {
    const { fetched, leftOut } = await run(ids, [{ ...paper, doi: 'in print' }]);
    expect(fetched).toEqual(ids);
    expect(leftOut).toEqual([{ id: ids[0], why: '"in print" is no DOI' }]);
  });
});

test('who waits is told what for', async () => {
  const served = papers(150);
  const { reports } = await run(idsOf(served), served, answers(1, 503));
  expect(reports).toEqual([
    'Asking arXiv for 100 papers; 0 of 150 are here.',
    'arXiv: it answered with status 503. Asking again in 6 seconds, time 2 of 5.',
    'Asking arXiv for 50 papers; 100 of 150 are here.',
  ]);
});

describe('an identifier that arXiv refuses', () => {
  const served = papers(5);
  const ids = ['2506.00000v1', '2506.00001v1', 'no-such-id', '2506.00003v1', '2506.00004v1'];
  const rest = ids.filter((id) => id !== 'no-such-id');

  test('is named, and the others of its batch are fetched', async () => {
    const { fetched, refused, requests } = await run(ids, served);
    expect(fetched).toEqual(rest);
    expect(refused).toEqual([{ id: 'no-such-id', why: 'incorrect id format for no-such-id' }]);
    expect(requests).toHaveLength(2);
  });

  test('is found where arXiv does not say which it is', async () => {
    const { fetched, refused } = await run(ids, served, ({ ids: asked }, response) => {
      if (!asked.includes('no-such-id')) return false;
      const feed = paperFeed([{ id: 'x', title: 'Error' }]);
      response.end(
        feed
          .replace('http://arxiv.org/abs/x', 'http://arxiv.org/api/errors')
          .replace(/<summary>[^]*<\/summary>/, '<summary>malformed request</summary>'),
      );
      return true;
    });
    expect(fetched.sort()).toEqual(rest);
    expect(refused).toEqual([{ id: 'no-such-id', why: 'malformed request' }]);
  });

  test('an entry that cannot be read is named too', async () => {
    const { fetched, unreadable } = await run(ids.slice(0, 2), [], (_, response) => {
      response.end(
        paperFeed(served.slice(0, 2)).replace('<published>2025-06-15', '<published>soon'),
      );
      return true;
    });
    expect(fetched).toEqual(['2506.00001v1']);
    expect(unreadable).toEqual([{ id: '2506.00000v1', why: expect.stringContaining('published') }]);
  });
});
