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

export class FacetTable {
  #index: PaperIndex;
  #papers = new Map<string, PaperFacets>();
  #loaded: Promise<this> | undefined;

  constructor(index: PaperIndex) {
    this.#index = index;
  }

  /** `values`: what there is to choose from, by facet. */
  load(values: ReadonlyMap<string, readonly string[]>): Promise<this> {
    this.#loaded ??= this.#load(values);
    this.#loaded.catch(() => (this.#loaded = undefined));
    return this.#loaded;
  }

  facetsOf(id: string): Facets {
    return this.#papers.get(id) ?? nothing;
  }

  passes(id: string, filter: PaperFilter): boolean {
    return matchesFilter(this.facetsOf(id), filter);
  }

  /** Every paper, for each has a month; newest first. */
  all(): string[] {
    return this.newestFirst([...this.#papers.keys()].toSorted());
  }

  /** By month; papers of one month stay in their order. */
  newestFirst(ids: readonly string[]): string[] {
    const month = (id: string) => this.facetsOf(id).month;
    return ids.toSorted((a, b) => (month(a) < month(b) ? 1 : month(a) > month(b) ? -1 : 0));
  }

  async #load(values: ReadonlyMap<string, readonly string[]>): Promise<this> {
    const asked = facets.flatMap((facet) =>
      (values.get(facet) ?? []).map(async (value) => {
        for (const id of await this.#index.having(facet, value)) this.#note(id, facet, value);
      }),
    );
    await Promise.all(asked);
    return this;
  }

  #note(id: string, facet: Facet, value: string) {
    const paper = this.#papers.get(id) ?? { terms: [], topics: [], month: '', hasCode: false };
    this.#papers.set(id, paper);
    if (facet === 'term') paper.terms.push(value);
    else if (facet === 'topic') paper.topics.push(value);
    else if (facet === 'month') paper.month = value;
    else paper.hasCode = true;
  }
}
