/** What the search page shows of an answer, or where there is none. */
import type { SearchQuestion } from '../lib/search-question.ts';
import { FacetsMissing } from '../search/facet-table.ts';
import type { FoundPapers } from './find-papers.ts';
import { replaceItems } from './replace-items.ts';
import { resultKey, t } from './search-results.ts';
import { SearchStatus } from './search-status.ts';
import { verdictOf } from './search-verdict.ts';

export class SearchAnswerView {
  #search: HTMLElement;
  #status: SearchStatus;

  constructor(search: HTMLElement) {
    this.#search = search;
    this.#status = new SearchStatus(this.#part('.search-status'), this.#part('[role=status]'));
  }

  /** `asked` is the question in words. */
  show({ typed }: SearchQuestion, asked: string, { answer, results, near }: FoundPapers): void {
    const { hits, all } = answer;
    this.#list(results, near, hits.length > results.length);
    // What a filter hides is there: it is the filter that is to be taken back.
    this.#part('.search-suggestions').hidden = all.length + near.length > 0;
    // What isn't found is named already.
    this.#status.show(verdictOf(answer, typed), hits.length > 0 ? asked : undefined);
  }

  showNothing(): void {
    this.#list([], []);
    this.#status.show({ said: '', note: t.knows });
  }

  showFailure(error: unknown): void {
    this.#list([], []);
    this.#part('.search-again').hidden = false;
    this.#status.show(
      error instanceof FacetsMissing
        ? { said: t.filterUnavailable, note: t.filterAdvice }
        : { said: t.unavailable, note: t.unavailableAdvice },
    );
  }

  wait(): void {
    this.#status.wait();
  }

  /** Keeps what is there already. */
  #list(results: readonly HTMLElement[], near: readonly HTMLElement[], hasMore = false) {
    replaceItems(this.#part('.search-results'), results, resultKey);
    replaceItems(this.#part('.search-nearest ol'), near, resultKey);
    this.#part('.search-nearest').hidden = near.length === 0;
    this.#part('.search-more').hidden = !hasMore;
    this.#part('.search-again').hidden = true;
    this.#part('.search-suggestions').hidden = false;
  }

  #part(selector: string): HTMLElement {
    return this.#search.querySelector(selector) as HTMLElement;
  }
}
