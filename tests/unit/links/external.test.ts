import { expect, test } from 'vitest';
import {
  checkExternalLinks,
  NoNetworkError,
  type Politeness,
} from '../../../scripts/links/external.ts';
import { ownerOf } from '../../../scripts/links/pace.ts';
import type { Answer } from '../../../scripts/links/probe.ts';
import { listen } from './test-server.ts';

const politeness: Politeness = {
  userAgent: 'test',
  timeout: 5000,
  rest: 40,
  longestWait: 2000,
  retries: 2,
  hostsAtOnce: 4,
};

async function check(urls: string[], change: Partial<Politeness> = {}) {
  const answers = new Map<string, Answer>();
  await checkExternalLinks(urls, { ...politeness, ...change }, (url, answer) =>
    answers.set(url, answer),
  );
  return answers;
}

test('asks a host one thing at a time, with a rest in between, and every host', async () => {
  let open = 0;
  let most = 0;
  const answer: Parameters<typeof listen>[0] = (_, response) => {
    open += 1;
    most = Math.max(most, open);
    setTimeout(() => {
      open -= 1;
      response.end();
    }, 20);
  };
  await using first = await listen(answer);
  const urls = ['/1', '/2', '/3'].map((path) => first.url + path);
  const answers = await check(urls);
  expect([...answers.keys()]).toEqual(urls);
  expect(most).toBe(1);
  const times = first.asked.map(({ at }) => at);
  // Timers may fire a little early.
  for (const [index, time] of times.entries())
    if (index > 0)
      expect(time - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(politeness.rest - 2);

  const servers = await Promise.all(Array.from({ length: 6 }, () => listen((_, r) => r.end())));
  const many = await check(servers.map(({ url }) => `${url}/`));
  expect([...many.values()].map(({ outcome }) => outcome)).toEqual(Array(6).fill('alive'));
  await Promise.all(servers.map((server) => server[Symbol.asyncDispose]()));
});

test('waits as long as a server asks, and asks again', async () => {
  await using server = await listen((_, response, asked) => {
    if (asked.length === 1) response.writeHead(429, { 'retry-after': '1' });
    response.end();
  });
  const answers = await check([`${server.url}/`]);
  expect(answers.get(`${server.url}/`)).toEqual({ outcome: 'alive', reason: '200' });
  const [first, second] = server.asked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
});

test('gives up where a server asks for too much patience, or again and again', async () => {
  await using server = await listen((_, response) => {
    response.writeHead(503, { 'retry-after': '3600' }).end();
  });
  expect((await check([server.url])).get(server.url)).toMatchObject({ outcome: 'unsure' });
  expect(server.asked).toHaveLength(1);
  await using stubborn = await listen((_, response) => {
    response.writeHead(429, { 'retry-after': '0' }).end();
  });
  expect((await check([stubborn.url])).get(stubborn.url)).toMatchObject({ outcome: 'unsure' });
  expect(stubborn.asked).toHaveLength(3);
});

test('redirects rest, too', async () => {
  await using server = await listen(({ url }, response) => {
    if (url === '/old') response.writeHead(301, { location: '/new' });
    response.end();
  });
  await check([`${server.url}/old`]);
  const [first, second] = server.asked;
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(politeness.rest - 2);
});

test('all hosts of arXiv rest together', () => {
  expect(
    ['https://arxiv.org/abs/1', 'http://export.arxiv.org/', 'https://notarxiv.org/'].map(ownerOf),
  ).toEqual(['arxiv.org', 'arxiv.org', 'notarxiv.org']);
});

test('no host found: nothing is told; one host not found among others: it is dead', async () => {
  const nowhere = ['https://a.invalid/1', 'https://a.invalid/2', 'https://b.invalid/'];
  const told: string[] = [];
  await expect(checkExternalLinks(nowhere, politeness, (url) => told.push(url))).rejects.toThrow(
    NoNetworkError,
  );
  expect(told).toEqual([]);

  await using server = await listen((_, response) => response.end());
  const answers = await check([...nowhere, server.url]);
  expect(answers.get(server.url)?.outcome).toBe('alive');
  for (const url of nowhere) {
    const { outcome, reason } = answers.get(url) ?? {};
    // A name server that can't be asked says nothing of a name.
    expect([outcome, reason]).toEqual(
      reason === 'ENOTFOUND' ? ['dead', 'ENOTFOUND'] : ['unsure', 'EAI_AGAIN'],
    );
  }
});
