/** Asks many addresses, politely: one at a time of each owner, with a rest in between. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ownerOf, Pace } from './pace.ts';
import { probe, TIMEOUT, type Answer, type ProbeOptions } from './probe.ts';

export interface Politeness extends ProbeOptions {
  /** The rest between two requests to one host, in milliseconds; some hosts want more. */
  rest: number;
  /** The longest wait that a server may ask for; beyond it the address stays unsure. */
  longestWait: number;
  /** How often an address is asked again after such a wait. */
  retries: number;
  /** Hosts asked at the same time. */
  hostsAtOnce: number;
}

/** As a program that nobody waits for should behave. */
export const polite: Omit<Politeness, 'userAgent'> = {
  timeout: 20_000,
  rest: 1_000,
  longestWait: 120_000,
  retries: 2,
  hostsAtOnce: 6,
};

/** So many hosts out of reach, and none within it, are no accident. */
const ENOUGH = 5;

/** No host could be reached: nothing is known of any address. */
export class NoNetworkError extends Error {
  override name = 'NoNetworkError';
}

/**
 * Asks every address; `onAnswer` hears of each answer as it comes, of hosts that were not found when others have
 * been reached. Throws a NoNetworkError where none was.
 */
export async function checkExternalLinks(
  urls: Iterable<string>,
  politeness: Politeness,
  onAnswer: (url: string, answer: Answer) => void,
): Promise<void> {
  const asking = { ...politeness, pace: new Pace(politeness.rest) };
  const lost = new Map<string, Answer>();
  const lostHosts = new Map<string, Answer>();
  let reached = 0;

  const queue = Map.groupBy(urls, ownerOf).values();
  const work = async () => {
    for (const ofOwner of queue) {
      for (const url of ofOwner) {
        if (reached === 0 && lostHosts.size >= ENOUGH) return;
        const { host } = new URL(url);
        // A name that was not found is not found a moment later either.
        const answer = lostHosts.get(host) ?? (await askPatiently(url, asking));
        if (answer.outcome === 'unreachable') {
          lost.set(url, answer);
          lostHosts.set(host, answer);
        } else {
          if (answer.reason !== TIMEOUT) reached += 1;
          onAnswer(url, answer);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: politeness.hostsAtOnce }, work));
  const [[, first] = []] = lost;
  if (first && reached === 0) throw new NoNetworkError(first.reason);
  for (const [url, answer] of lost) onAnswer(url, judgeLost(answer));
}

/** Where others were reached: a name that nobody knows is gone, a name server that fails says nothing. */
function judgeLost({ reason }: Answer): Answer {
  return { outcome: reason === 'ENOTFOUND' ? 'dead' : 'unsure', reason };
}

async function askPatiently(url: string, politeness: Politeness): Promise<Answer> {
  let answer = await probe(url, politeness);
  for (let retry = 0; retry < politeness.retries; retry += 1) {
    const { retryAfter } = answer;
    if (retryAfter === undefined || retryAfter > politeness.longestWait) break;
    await sleep(retryAfter);
    answer = await probe(url, politeness);
  }
  return answer;
}
