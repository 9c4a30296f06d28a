/** Asks one address whether it is still there. */
import { readRetryAfter } from '../retry-after.ts';
import { Pace } from './pace.ts';

/**
 * `alive`: it answers. `moved`: it answers elsewhere, for good. `dead`: it says that it is gone, or can't be
 * reached by any reader. `unsure`: it answers a program otherwise than a reader, or not now. `unreachable`: its
 * name or the way to it was not found, which is its fault or that of this machine's network.
 */
export type Outcome = 'alive' | 'moved' | 'dead' | 'unsure' | 'unreachable';

export interface Answer {
  outcome: Outcome;
  /** The last status, or why there is none: `404`, `timeout`, `ENOTFOUND`. */
  reason: string;
  /** Where a moved address is now. */
  target?: string;
  /** How long the server asks to be left alone, in milliseconds. */
  retryAfter?: number;
}

export interface ProbeOptions {
  userAgent: string;
  /** For each request, in milliseconds. */
  timeout: number;
  /** Makes each request, those of redirects among them, when it is its turn. */
  pace?: Pace;
}

/** The reason where a server didn't answer in time. */
export const TIMEOUT = 'timeout';

const MOST_REDIRECTS = 10;
const PERMANENT = new Set([301, 308]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
/** Refusals that a reader with a browser, an account or more patience may not meet. */
const UNSURE = new Set([401, 402, 403, 405, 406, 407, 408, 418, 421, 425, 429, 451]);
/** The server left out a certificate on the way to the root, which browsers find by themselves. */
const INCOMPLETE_CHAIN = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);

/** No answer of a name server, or no way out. */
const NOWHERE = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'ENETDOWN']);

/** Never throws: what goes wrong is the answer. */
export async function probe(address: string, options: ProbeOptions): Promise<Answer> {
  let url = address;
  /** Where only permanent redirects have led so far. */
  let permanent = address;
  try {
    for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
      const { status, headers } = await ask(url, options);
      if (!REDIRECTS.has(status)) return judge(status, headers, address, permanent);
      const location = headers.get('location');
      if (location === null || !URL.canParse(location, url))
        return { outcome: 'dead', reason: `${status} without a target` };
      const next = new URL(location, url).href;
      if (!/^https?:/.test(next)) return { outcome: 'dead', reason: `${status} to ${next}` };
      if (PERMANENT.has(status) && permanent === url) permanent = next;
      url = next;
    }
    return { outcome: 'dead', reason: `more than ${MOST_REDIRECTS} redirects` };
  } catch (error) {
    const answer = judgeFailure(error);
    // Where one server has answered there is a network: it is the target that isn't there.
    return answer.outcome === 'unreachable' && url !== address
      ? { ...answer, outcome: answer.reason === 'ENOTFOUND' ? 'dead' : 'unsure' }
      : answer;
  }
}

/** HEAD costs a server least; some don't know it, and some answer it wrongly. */
async function ask(url: string, options: ProbeOptions): Promise<Response> {
  const head = await request('HEAD', url, options);
  const isAnswer = head.status < 400 || head.status === 429;
  if (isAnswer || head.headers.has('retry-after')) return head;
  return request('GET', url, options);
}

async function request(
  method: 'HEAD' | 'GET',
  url: string,
  { userAgent, timeout, pace = new Pace(0) }: ProbeOptions,
): Promise<Response> {
  return pace.ask(url, async () => {
    const response = await fetch(url, {
      method,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: { 'user-agent': userAgent, accept: '*/*' },
    });
    // Nobody reads the text, and an open one holds the connection.
    await response.body?.cancel();
    return response;
  });
}

function judge(status: number, headers: Headers, address: string, permanent: string): Answer {
  const reason = String(status);
  if (status < 400) {
    // The fragment of the target is no change of place, nor is a slash.
    return permanent === address
      ? { outcome: 'alive', reason }
      : { outcome: 'moved', reason, target: permanent };
  }
  if (UNSURE.has(status) || status >= 500) {
    const retryAfter = readRetryAfter(headers.get('retry-after'));
    return { outcome: 'unsure', reason, ...(retryAfter !== undefined && { retryAfter }) };
  }
  return { outcome: 'dead', reason };
}

function judgeFailure(error: unknown): Answer {
  if (error instanceof Error && error.name === 'TimeoutError')
    return { outcome: 'unsure', reason: TIMEOUT };
  const cause = error instanceof Error ? error.cause : undefined;
  const code = codeOf(cause) ?? codeOf(error);
  if (code === undefined)
    return { outcome: 'unsure', reason: error instanceof Error ? error.message : String(error) };
  if (NOWHERE.has(code)) return { outcome: 'unreachable', reason: code };
  const isTls = /^ERR_(SSL|TLS)|CERT|SIGNED/.test(code) && !INCOMPLETE_CHAIN.has(code);
  return { outcome: isTls ? 'dead' : 'unsure', reason: code };
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return String(error.code);
}
