/** What the filter needs to know of each paper, asked of the index once, when a filter is first looked at. */
import {
  facets,
  matchesFilter,
  type Facet,
  type Facets,
  type PaperFilter,
} from '../lib/paper-filter.ts';
import type { PaperIndex } from './pagefind-index.ts';

interface PaperFacets extends Facets {
  terms: string[];
  topics: string[];
}

const nothing: Facets = { terms: [], topics: [], month: '', hasCode: false };

/** The index doesn't tell which papers pass. */
export class FacetsMissing extends Error {}

export class FacetTable {
  #index: PaperIndex;
  #papers = new Map<string, PaperFacets>();
  /** By facet and value. */
  #asked = new Map<string, Promise<void>>();

  constructor(index: PaperIndex) {
    this.#index = index;
  }

  /**
   * `values`: what there is to choose from, by facet; `filter`: what is chosen, which may be none of these. Rejects
   * with `FacetsMissing`.
   */
  async load(
    values: ReadonlyMap<string, readonly string[]>,
    filter: PaperFilter = {},
  ): Promise<this> {
    try {
      await Promise.all(
        facets.flatMap((facet) => {
          const chosen = filter[facet];
          return [...(values.get(facet) ?? []), ...(chosen ? [chosen] : [])].map((value) =>
            this.#ask(facet, value),
          );
        }),
      );
    } catch (cause) {
      // Where the whole index is another by now, it is given up, and there is no need to say so twice.
      await this.#index.check().catch(() => undefined);
      throw new FacetsMissing('The filter can’t be read from the search index.', { cause });
    }
    return this;
  }

  facetsOf(id: string): Facets {
    return this.#papers.get(id) ?? nothing;
  }

  passes(id: string, filter: PaperFilter): boolean {
    return matchesFilter(this.facetsOf(id), filter);
  }

  /** By month; papers of one month stay in their order. */
  newestFirst(ids: readonly string[]): string[] {
    const month = (id: string) => this.facetsOf(id).month;
    return ids.toSorted((a, b) => (month(a) < month(b) ? 1 : month(a) > month(b) ? -1 : 0));
  }

  #ask(facet: Facet, value: string): Promise<void> {
    const key = `${facet} ${value}`;
    let asked = this.#asked.get(key);
    if (!asked) {
      asked = this.#note(facet, value);
      asked.catch(() => this.#asked.delete(key));
      this.#asked.set(key, asked);
    }
    return asked;
  }

  async #note(facet: Facet, value: string) {
    for (const id of await this.#index.having(facet, value)) {
      const paper = this.#papers.get(id) ?? { terms: [], topics: [], month: '', hasCode: false };
      this.#papers.set(id, paper);
      if (facet === 'term') paper.terms.push(value);
      else if (facet === 'topic') paper.topics.push(value);
      else if (facet === 'month') paper.month = value;
      else paper.hasCode = true;
    }
  }
}
