/** How often a host is asked. Hosts of one owner rest together. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The rest between two requests in milliseconds, by the host that asks for it and all beneath it: arXiv's terms of
 * use want one request every three seconds from all of somebody's programs (info.arxiv.org/help/api/tou.html).
 */
const wanted: Readonly<Record<string, number>> = { 'arxiv.org': 3_000 };

/** Whose rest counts for an address: the host, or the one that all hosts of its owner go by. */
export function ownerOf(address: string): string {
  const { host, hostname } = new URL(address);
  return Object.keys(wanted).find((name) => `.${hostname}`.endsWith(`.${name}`)) ?? host;
}

/** Lets requests through: those to hosts of one owner one after another, with a rest in between. */
export class Pace {
  readonly #rest: number;
  /** When the owner may be asked again, as soon as it has answered. */
  readonly #free = new Map<string, Promise<number>>();

  /** `rest` is for hosts that ask for none of their own. */
  constructor(rest: number) {
    this.#rest = rest;
  }

  /** The answer to a request that is made when it is the address's turn. */
  ask<T>(address: string, request: () => Promise<T>): Promise<T> {
    const owner = ownerOf(address);
    const answer = this.#turn(this.#free.get(owner)).then(request);
    const free = () => performance.now() + Math.max(this.#rest, wanted[owner] ?? 0);
    this.#free.set(owner, answer.then(free, free));
    return answer;
  }

  async #turn(free: Promise<number> | undefined): Promise<void> {
    const wait = ((await free) ?? 0) - performance.now();
    if (wait > 0) await sleep(wait);
  }
}
