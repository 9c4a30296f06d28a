/**
 * The nodes of a search: the model's states at each slot, with the best score that each is reached with and
 * left with. In columns and one hash table, which are used again for each sentence.
 */

export class Nodes {
  /** Best score of a way from the start to the node, and from the node to the end. */
  readonly forward: number[] = [];
  readonly backward: number[] = [];
  readonly state: number[] = [];
  readonly #slot: number[] = [];
  /** The next node of the same slot, -1 after the last. */
  readonly #next: number[] = [];
  readonly #first: number[] = [];
  /** The best score that each slot is reached with. */
  readonly #best: number[] = [];
  #count = 0;
  /** Open addressing over slot and state; -1 where nothing is. */
  #table = new Int32Array(1 << 10).fill(-1);

  /** Forgets all nodes; slots from 0 to `slots` can be filled again. */
  clear(slots: number): void {
    this.#count = 0;
    this.#table.fill(-1);
    for (let slot = 0; slot <= slots; slot++) {
      this.#first[slot] = -1;
      this.#best[slot] = -Infinity;
    }
  }

  /** The best score that `slot` is reached with. */
  best(slot: number): number {
    return this.#best[slot] ?? -Infinity;
  }

  /** The node of `state` at `slot`, reached with `score` or better. */
  reach(slot: number, state: number, score: number): number {
    const node = this.#find(slot, state);
    if (score > (this.forward[node] ?? -Infinity)) this.forward[node] = score;
    if (score > (this.#best[slot] ?? -Infinity)) this.#best[slot] = score;
    return node;
  }

  isReached(slot: number): boolean {
    return (this.#first[slot] ?? -1) >= 0;
  }

  /**
   * Puts the nodes of `slot` that are worth following into `live`: `most` at most, and none that is more than
   * `behind` nats behind the best. Returns how many.
   */
  collect(slot: number, live: number[], most: number, behind: number): number {
    let count = 0;
    const least = this.best(slot) - behind;
    for (let node = this.#first[slot] ?? -1; node >= 0; node = this.#next[node] ?? -1) {
      if ((this.forward[node] ?? -Infinity) >= least) live[count++] = node;
    }
    if (count <= most) return count;
    live.length = count;
    live.sort((a, b) => (this.forward[b] ?? 0) - (this.forward[a] ?? 0) || a - b);
    return most;
  }

  /** Begins the way back: what is at `slot` has reached the end. */
  turn(slot: number): void {
    for (let node = 0; node < this.#count; node++) this.backward[node] = -Infinity;
    for (let node = this.#first[slot] ?? -1; node >= 0; node = this.#next[node] ?? -1) {
      this.backward[node] = 0;
    }
  }

  #find(slot: number, state: number): number {
    const mask = this.#table.length - 1;
    let at = hash(slot, state) & mask;
    for (let node = this.#table[at] ?? -1; node >= 0; node = this.#table[at] ?? -1) {
      if (this.state[node] === state && this.#slot[node] === slot) return node;
      at = (at + 1) & mask;
    }
    const node = this.#count++;
    this.#table[at] = node;
    this.state[node] = state;
    this.#slot[node] = slot;
    this.forward[node] = -Infinity;
    this.#next[node] = this.#first[slot] ?? -1;
    this.#first[slot] = node;
    if (2 * this.#count > this.#table.length) this.#grow();
    return node;
  }

  #grow(): void {
    const mask = 2 * this.#table.length - 1;
    this.#table = new Int32Array(mask + 1).fill(-1);
    for (let node = 0; node < this.#count; node++) {
      let at = hash(this.#slot[node] ?? 0, this.state[node] ?? 0) & mask;
      while (this.#table[at] !== -1) at = (at + 1) & mask;
      this.#table[at] = node;
    }
  }
}

/** States may be larger than 32 bits. */
function hash(slot: number, state: number): number {
  const high = Math.floor(state / 0x1_0000_0000);
  let mixed = Math.imul(state | 0, 0x9e3779b1) ^ Math.imul(high ^ (slot << 8), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return Math.imul(mixed, 0xc2b2ae35) ^ (mixed >>> 13);
}
