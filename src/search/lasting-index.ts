/**
 * An index that outlasts its failures. What has failed once is given up, with all that was known by it: Pagefind
 * never asks again for its first files, and once the site is published anew all that it asks for is gone. The next
 * question opens another.
 */
import {
  PagefindIndex,
  start,
  type IndexedPage,
  type PaperIndex,
  type Postings,
} from './pagefind-index.ts';

export class LastingIndex implements PaperIndex {
  #index = new PagefindIndex();
  #generation = 0;
  /** Whether the index that was given up last is another by now, or can't be reached. */
  #isGone = Promise.resolve(false);

  /** Another one once the index was given up: ids of papers from before may be of others by then. */
  get generation(): number {
    return this.#generation;
  }

  size(): Promise<number> {
    return this.#ask((index) => index.size());
  }

  word(text: string): Promise<Postings> {
    return this.#ask((index) => index.word(text));
  }

  prefix(text: string): Promise<Postings> {
    return this.#ask((index) => index.prefix(text));
  }

  /** Without the filter's part of the index the rest goes on: that gives nothing up. */
  async having(facet: string, value: string): Promise<string[]> {
    await this.size();
    return this.#index.having(facet, value);
  }

  all(): Promise<string[]> {
    return this.#ask((index) => index.all());
  }

  page(id: string): Promise<IndexedPage> {
    return this.#ask((index) => index.page(id));
  }

  check(): Promise<void> {
    return this.#ask((index) => index.check());
  }

  /** Asks once more where the site was published anew since the index was opened. */
  async askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      if (!(await this.#isGone)) throw error;
      return ask();
    }
  }

  async #ask<Answer>(ask: (index: PagefindIndex) => Promise<Answer>): Promise<Answer> {
    const index = this.#index;
    try {
      return await ask(index);
    } catch (error) {
      // Of several questions that fail by one index, the first gives it up.
      if (index === this.#index) this.#giveUp(index);
      throw error;
    }
  }

  #giveUp(index: PagefindIndex) {
    const generation = ++this.#generation;
    this.#index = new PagefindIndex(() => start(generation));
    this.#isGone = index.check().then(
      () => false,
      () => true,
    );
    index.close();
  }
}
