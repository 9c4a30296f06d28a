/**
 * Asks arXiv's API politely: one request at a time, three seconds between two (arXiv API User's Manual and
 * terms of use), again with growing pauses where it is down, slow or throttling, and no sooner than it asks.
 */
import { parseArxivFeed, type ArxivFeed } from '../src/papers/metadata/arxiv-feed.ts';
import { decodeXml } from '../src/papers/metadata/decode-xml.ts';
import { NotAFeedError } from '../src/papers/metadata/not-a-feed.ts';
import { readBody, TooLargeError } from './read-body.ts';
import { readRetryAfter } from './retry-after.ts';

const PAUSE = 3_000;
const TIMEOUT = 30_000;
const ATTEMPTS = 5;
/** Nobody sits and waits longer than this: run it again later. */
const LONGEST_WAIT = 10 * 60_000;
/** A hundred papers, some of them of collaborations with thousands of authors, stay far below. */
const LARGEST_ANSWER = 32 * 2 ** 20;

/** The world outside, so that tests needn't wait. Times in milliseconds. */
export interface Surroundings {
  wait: (duration: number) => Promise<void>;
  now: () => number;
  /** How long an answer may take, to its last byte. */
  timeout: number;
  /** How many bytes an answer may have. */
  largest: number;
  /** Is told what is being waited for. */
  report: (message: string) => void;
}

const world: Surroundings = {
  wait: (duration) => new Promise((resolve) => setTimeout(resolve, duration)),
  now: Date.now,
  timeout: TIMEOUT,
  largest: LARGEST_ANSWER,
  report: console.error,
};

/** arXiv could not be asked. `message` says why; `isOver` is true where asking on makes no sense now. */
export class ArxivUnavailableError extends Error {
  override name = 'ArxivUnavailableError';
  readonly isOver: boolean;

  constructor(message: string, isOver: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isOver = isOver;
  }
}

/** Asks for the papers with these identifiers. Throws an ArxivUnavailableError where it gets no feed. */
export type AskArxiv = (ids: readonly string[]) => Promise<ArxivFeed>;

type Attempt = { feed: ArxivFeed } | { why: string; isFinal?: boolean; retryAfter?: number };

/** `api` is the address of the query interface, without parameters. */
export function createArxivClient(
  api: string,
  userAgent: string,
  { wait, now, timeout, largest, report }: Surroundings = world,
): AskArxiv {
  let free = 0;

  async function attempt(ids: readonly string[]): Promise<Attempt> {
    const address = new URL(api);
    address.searchParams.set('id_list', ids.join(','));
    // Ten is the API's default, however many are asked for.
    address.searchParams.set('max_results', String(ids.length));
    try {
      const response = await fetch(address, {
        headers: { 'User-Agent': userAgent, Accept: 'application/atom+xml' },
        signal: AbortSignal.timeout(timeout),
      });
      return readAnswer(response, await readBody(response, largest));
    } catch (error) {
      if (error instanceof TooLargeError)
        return { why: `its answer has more than ${largest} bytes`, isFinal: true };
      return { why: explain(error, timeout) };
    } finally {
      free = now() + PAUSE;
    }
  }

  function readAnswer({ status, headers }: Response, body: Uint8Array): Attempt {
    const isTransient = status === 429 || status >= 500;
    if (status !== 200 && status !== 400) {
      return {
        why: `it answered with status ${status}`,
        isFinal: !isTransient,
        retryAfter: isTransient ? (readRetryAfter(headers.get('Retry-After'), now()) ?? 0) : 0,
      };
    }
    try {
      const feed = parseArxivFeed(decodeXml(body, headers.get('Content-Type')));
      // A malformed identifier comes with status 400 and a feed that says so.
      if (status === 200 || feed.refusal !== undefined) return { feed };
      return { why: 'it answered with status 400', isFinal: true };
    } catch (error) {
      if (!(error instanceof NotAFeedError)) throw error;
      return { why: `its answer can't be read: ${error.message}`, isFinal: status === 400 };
    }
  }

  return async (ids) => {
    for (let tried = 1; ; tried++) {
      if (now() < free) await wait(free - now());
      const result = await attempt(ids);
      if ('feed' in result) return result.feed;
      const { why, isFinal = false, retryAfter = 0 } = result;
      if (isFinal) throw new ArxivUnavailableError(why, true);
      if (tried === ATTEMPTS) throw new ArxivUnavailableError(`${why}, ${tried} times`, false);
      const pause = Math.max(retryAfter, PAUSE * 2 ** tried);
      if (pause > LONGEST_WAIT) {
        const minutes = Math.ceil(pause / 60_000);
        throw new ArxivUnavailableError(`${why} and wants ${minutes} minutes of rest`, true);
      }
      report(
        `arXiv: ${why}. Asking again in ${Math.ceil(pause / 1000)} seconds, ` +
          `time ${tried + 1} of ${ATTEMPTS}.`,
      );
      await wait(pause);
    }
  };
}

function explain(error: unknown, timeout: number): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'TimeoutError') return `it took more than ${timeout / 1000} seconds`;
  const { cause } = error;
  return `it can't be reached: ${cause instanceof Error ? cause.message : error.message}`;
}
