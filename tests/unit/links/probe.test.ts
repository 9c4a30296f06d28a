import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { probe } from '../../../scripts/links/probe.ts';
import { listen } from './test-server.ts';

/** Answers `/<status>`, `/<status>/to/<path>`, `/head/<status>/get/<status>`, `/silent`, `/cut`. */
let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  server = await listen(({ url = '', method }, response) => {
    const [, first = '', second, ...rest] = url.split('/');
    if (first === 'silent') return;
    if (first === 'cut') {
      response.destroy();
      return;
    }
    const status = first === 'head' ? (method === 'HEAD' ? second : rest[1]) : first;
    response.statusCode = Number(status);
    if (second === 'to') response.setHeader('location', rest.join('/') || '/');
    if (second === 'after') response.setHeader('retry-after', decodeURIComponent(rest.join('/')));
    response.end(method === 'HEAD' ? undefined : 'a page');
  });
});
afterAll(() => server[Symbol.asyncDispose]());

const options = {
  userAgent: 'paper-notes-link-check (+https://papers.example.org/)',
  timeout: 5000,
};
const ask = (path: string) => probe(server.url + path, options);

describe('probe', () => {
  test.each([200, 204])('%i is alive', async (status) => {
    expect(await ask(`/${status}`)).toEqual({ outcome: 'alive', reason: String(status) });
  });

  test.each([404, 410, 400])('%i is dead', async (status) => {
    expect(await ask(`/${status}`)).toEqual({ outcome: 'dead', reason: String(status) });
  });

  test.each([401, 403, 429, 451, 500, 503])('%i is unsure', async (status) => {
    expect(await ask(`/${status}`)).toEqual({ outcome: 'unsure', reason: String(status) });
  });

  test.each([301, 308])('%i is moved, with its target', async (status) => {
    expect(await ask(`/${status}/to//200`)).toEqual({
      outcome: 'moved',
      reason: '200',
      target: `${server.url}/200`,
    });
  });

  test.each([302, 303, 307])('%i is alive: the address stays good', async (status) => {
    expect(await ask(`/${status}/to//200`)).toEqual({ outcome: 'alive', reason: '200' });
  });

  test('the target of a move is as far as it is permanent', async () => {
    expect(await ask('/301/to//302/to//200')).toMatchObject({
      outcome: 'moved',
      target: `${server.url}/302/to//200`,
    });
    expect(await ask('/302/to//301/to//200')).toEqual({ outcome: 'alive', reason: '200' });
  });

  test.each([
    ['/301/to//404', '404'],
    ['/301/to/mailto:a@example.org', '301 to mailto:a@example.org'],
    ['/301', '301 without a target'],
  ])('%s is dead', async (path, reason) => {
    expect(await ask(path)).toEqual({ outcome: 'dead', reason });
  });

  test('a circle is dead, after a few rounds', async () => {
    await using circle = await listen((_, response) => {
      response.writeHead(302, { location: '/' }).end();
    });
    expect(await probe(circle.url, options)).toMatchObject({ outcome: 'dead' });
    expect(circle.asked.length).toBeLessThan(15);
  });

  test.each([405, 501, 404, 403, 500])('where HEAD gives %i, GET decides', async (head) => {
    const before = server.asked.length;
    expect(await ask(`/head/${head}/get/200`)).toEqual({ outcome: 'alive', reason: '200' });
    expect(server.asked.slice(before).map(({ method }) => method)).toEqual(['HEAD', 'GET']);
    expect(await ask(`/head/${head}/get/410`)).toEqual({ outcome: 'dead', reason: '410' });
  });

  test('a server that has had enough is not asked twice, and its wish is told', async () => {
    const before = server.asked.length;
    expect(await ask('/429/after/7')).toEqual({
      outcome: 'unsure',
      reason: '429',
      retryAfter: 7000,
    });
    const { retryAfter = 0 } = await ask(
      `/503/after/${encodeURIComponent(new Date(Date.now() + 60_000).toUTCString())}`,
    );
    expect(retryAfter).toBeGreaterThan(50_000);
    expect(retryAfter).toBeLessThanOrEqual(60_000);
    expect(await ask('/429/after/soon')).toEqual({ outcome: 'unsure', reason: '429' });
    expect(server.asked.slice(before)).toHaveLength(3);
  });

  test('silence, a cut line and a closed door are unsure; a wrong certificate is dead, no such host unreachable', async () => {
    expect(await probe(`${server.url}/silent`, { ...options, timeout: 50 })).toEqual({
      outcome: 'unsure',
      reason: 'timeout',
    });
    expect(await ask('/cut')).toMatchObject({ outcome: 'unsure' });
    const closed = await listen(() => undefined);
    await closed[Symbol.asyncDispose]();
    expect(await probe(closed.url, options)).toEqual({ outcome: 'unsure', reason: 'ECONNREFUSED' });
    expect(await probe('https://no-such-host.invalid/', options)).toMatchObject({
      outcome: 'unreachable',
      reason: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
    expect((await ask('/302/to/https://no-such-host.invalid/')).outcome).toMatch(/dead|unsure/);
    // Plain HTTP where TLS is spoken: no handshake.
    expect(await probe(server.url.replace('http:', 'https:'), options)).toMatchObject({
      outcome: 'dead',
      reason: expect.stringMatching(/SSL|TLS/),
    });
  });

  test('says who asks', () => {
    expect(new Set(server.asked.map(({ userAgent }) => userAgent))).toEqual(
      new Set([options.userAgent]),
    );
  });
});
