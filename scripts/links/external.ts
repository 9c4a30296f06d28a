/** Asks many addresses, politely: one request at a time to each host, with a rest in between. */
import { setTimeout as sleep } from 'node:timers/promises';
import { probe, type Answer, type ProbeOptions } from './probe.ts';

export interface Politeness extends ProbeOptions {
  /** The rest between two addresses of one host, in milliseconds. */
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

/** Asks every address; `onAnswer` hears of each answer as it comes. */
export async function checkExternalLinks(
  urls: Iterable<string>,
  politeness: Politeness,
  onAnswer: (url: string, answer: Answer) => void,
): Promise<void> {
  const queue = Map.groupBy(urls, (url) => new URL(url).host).values();
  const work = async () => {
    for (const ofHost of queue) {
      for (const [index, url] of ofHost.entries()) {
        if (index > 0) await sleep(politeness.rest);
        onAnswer(url, await askPatiently(url, politeness));
      }
    }
  };
  await Promise.all(Array.from({ length: politeness.hostsAtOnce }, work));
}

async function askPatiently(url: string, politeness: Politeness): Promise<Answer> {
  let answer = await probe(url, politeness);
  for (let retry = 0; retry < politeness.retries; retry += 1) {
    const { retryAfter } = answer;
    if (retryAfter === undefined || retryAfter > politeness.longestWait) break;
    await sleep(Math.max(retryAfter, politeness.rest));
    answer = await probe(url, politeness);
  }
  return answer;
}
