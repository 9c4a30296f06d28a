/** Finds what the search page shows for a question: papers that hold the query and pass the filter, in its order. */
import {
  facets,
  matchesFilter,
  withoutFacet,
  type Facet,
  type Facets,
  type PaperFilter,
} from '../lib/paper-filter.ts';
import { isFiltered, queryOf, type SearchQuestion } from '../lib/search-question.ts';
import { browse, search, type SearchAnswer } from '../search/engine.ts';
import { FacetTable } from '../search/facet-table.ts';
import { index, showResults } from './search-results.ts';

export interface FoundPapers {
  answer: SearchAnswer;
  /** The first of the hits, and what is near where there are none. */
  results: HTMLElement[];
  near: HTMLElement[];
  choices: Choice[];
}

/** What is asked of a facet, and what that does. */
export interface Choice {
  facet: Facet;
  value: string;
  /** No paper of all is left out. */
  isIdle: boolean;
  /** How many papers would be found without it. */
  without: number;
}

const style = { heading: 'h2', sections: 3 } as const;

export class PaperFinder {
  #values: ReadonlyMap<Facet, readonly string[]>;
  #table = new FacetTable(index);
  #generation = index.generation;

  /** `values`: what there is to choose from, by facet. */
  constructor(values: ReadonlyMap<Facet, readonly string[]>) {
    this.#values = values;
  }

  /** Rejects where the index can't be reached, with `FacetsMissing` where only the filter can't. */
  async find(question: SearchQuestion, most: number): Promise<FoundPapers> {
    const { filter, isByDate } = question;
    const query = queryOf(question.typed);
    const table = isFiltered(question) || isByDate ? await this.#load(filter) : undefined;
    const passes = (id: string) => table?.passes(id, filter) ?? true;
    const answer =
      query === '' ? browse(await index.all(), passes) : await search(query, index, passes);
    if (table && (isByDate || query === '')) answer.hits = table.newestFirst(answer.hits);
    const [results, near, choices] = await Promise.all([
      showResults(answer.hits.slice(0, most), answer, style),
      showResults(answer.nearest, answer, style),
      table ? this.#weigh(filter, answer, table) : [],
    ]);
    return { answer, results, near, choices };
  }

  /** What the papers of an answer have, for counts. Undefined where the index doesn't tell. */
  async facetsOf(answer: SearchAnswer, filter: PaperFilter): Promise<Facets[] | undefined> {
    try {
      const table = await this.#load(filter);
      return answer.all.map((id) => table.facetsOf(id));
    } catch {
      return undefined;
    }
  }

  #weigh(filter: PaperFilter, { all }: SearchAnswer, table: FacetTable): Promise<Choice[]> {
    return Promise.all(
      facets.flatMap((facet) => {
        const value = filter[facet];
        if (value === undefined) return [];
        const others = withoutFacet(filter, facet);
        const without = all.filter((id) => matchesFilter(table.facetsOf(id), others)).length;
        const having = Promise.all([index.having(facet, value), index.size()]);
        return having.then(([ids, size]) => ({
          facet,
          value,
          isIdle: ids.length === size,
          without,
        }));
      }),
    );
  }

  #load(filter: PaperFilter): Promise<FacetTable> {
    if (this.#generation !== index.generation) {
      this.#generation = index.generation;
      this.#table = new FacetTable(index);
    }
    return this.#table.load(this.#values, filter);
  }
}
