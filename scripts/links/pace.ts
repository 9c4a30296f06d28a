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

/** Lets requests through, each owner's one after another with a rest between their beginnings. */
export class Pace {
  readonly #rest: number;
  readonly #free = new Map<string, number>();

  /** `rest` is for hosts that ask for none of their own. */
  constructor(rest: number) {
    this.#rest = rest;
  }

  /** Returns when the address may be asked. */
  async turn(address: string): Promise<void> {
    const owner = ownerOf(address);
    const now = performance.now();
    const start = Math.max(now, this.#free.get(owner) ?? now);
    this.#free.set(owner, start + Math.max(this.#rest, wanted[owner] ?? 0));
    if (start > now) await sleep(start - now);
  }
}
