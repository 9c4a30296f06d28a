/** `<paper-search>`: searches as the reader types. Query, filter and order are kept in the address. */
import {
  countValues,
  facets,
  readFilter,
  writeFilter,
  type Facets,
  type PaperFilter,
} from '../lib/paper-filter.ts';
import { linksIn } from '../lib/links.ts';
import { arxivId } from '../search/arxiv-id.ts';
import { browse, type SearchAnswer } from '../search/engine.ts';
import { FacetTable } from '../search/facet-table.ts';
import { addRecentSearch } from '../search/recent-searches.ts';
import { chosenFilter, showFacet } from './filter-fields.ts';
import { index, language, LatestSearch, sayNothing, showResults, t } from './search-results.ts';

/** Papers that are shown at first, and with each “Show more”. */
const pageSize = 10;
const style = { heading: 'h2', sections: 3 } as const;
/** An answer that takes longer than this is announced. */
const patience = 400;

class PaperSearch extends HTMLElement {
  #form = this.querySelector('form[role=search]') as HTMLFormElement;
  #input = this.querySelector('input[type=search]') as HTMLInputElement;
  #filters = this.querySelector('.search-filters') as HTMLFormElement;
  #sort = this.querySelector('[name=sort]') as HTMLSelectElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #results = this.querySelector('.search-results') as HTMLElement;
  #nearest = this.querySelector('.search-nearest') as HTMLElement;
  #more = this.querySelector('.search-more') as HTMLElement;
  #suggestions = this.querySelector('.search-suggestions') as HTMLElement;
  #search = new LatestSearch();
  #facets = new FacetTable(index);
  #shown = pageSize;

  connectedCallback() {
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) void this.#ask('replace');
    });
    this.#input.addEventListener('compositionend', () => void this.#ask('replace'));
    // The index is on its way while the reader is still thinking.
    this.#input.addEventListener('focus', () => void index.size().catch(() => undefined), {
      once: true,
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      addRecentSearch(this.#input.value);
      void this.#ask('push').then(() => this.#openNamedPaper());
    });
    this.#results.addEventListener('click', () => addRecentSearch(this.#input.value));
    this.#filters.addEventListener('change', () => void this.#ask('push'));
    this.#filters.addEventListener('submit', (event) => event.preventDefault());
    this.#filters.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#showFilter({});
      void this.#ask('push');
    });
    window.addEventListener('popstate', () => this.#readAddress());

    this.#readAddress();
  }

  #readAddress() {
    const parameters = new URLSearchParams(location.search);
    this.#input.value = parameters.get('q') ?? '';
    this.#sort.value = parameters.get('sort') === 'date' ? 'date' : '';
    const filter = readFilter(parameters);
    this.#showFilter(filter);
    this.#shown = pageSize;
    void this.#answer(this.#input.value, filter);
  }

  async #ask(how: 'push' | 'replace') {
    const typed = this.#input.value;
    const filter = chosenFilter(this.#filters);
    const parameters = new URLSearchParams();
    if (typed.trim()) parameters.set('q', typed.trim());
    if (this.#sort.value) parameters.set('sort', this.#sort.value);
    const address = linksIn(language).search() + writeFilter(filter, parameters);
    if (address !== location.pathname + location.search) {
      if (how === 'push') history.pushState(null, '', address);
      else history.replaceState(null, '', address);
    }
    this.#shown = pageSize;
    await this.#answer(typed, filter);
  }

  /** Who gives the id of a paper and presses Enter wants the paper. */
  #openNamedPaper() {
    if (arxivId(this.#input.value) === undefined) return;
    const paper = this.#results.querySelector<HTMLAnchorElement>(':only-child > h2 a');
    if (paper && this.dataset['answered'] === this.#input.value) location.assign(paper.href);
  }

  /** Keeps what is shown until there is something else to show. */
  async #answer(typed: string, filter: PaperFilter) {
    const isFiltered = facets.some((facet) => filter[facet]);
    if (typed.trim() === '') this.#search.drop();
    if (typed.trim() === '' && !isFiltered) {
      this.#show([], [], '', typed);
      this.#showFilter(filter);
      return;
    }
    const waiting = setTimeout(() => (this.#status.textContent = t.searching), patience);
    try {
      const isByDate = this.#sort.value === 'date';
      const table = isFiltered || isByDate ? await this.#facets.load(this.#values()) : undefined;
      const passes = (id: string) => !table || table.passes(id, filter);
      const answer =
        table && typed.trim() === ''
          ? browse(table.all(), passes)
          : await this.#search.ask(typed, passes);
      if (!answer) return;
      if (isByDate && table) answer.hits = table.newestFirst(answer.hits);
      const isLatest = await this.#present(answer, typed);
      clearTimeout(waiting);
      if (!isLatest) return;
      if (answer.all.length > 0) await this.#showCounts(answer, filter);
      else this.#showFilter(filter);
    } catch {
      if (typed === this.#input.value) this.#show([], [], t.unavailable, typed);
    } finally {
      clearTimeout(waiting);
    }
  }

  /** False where the reader has typed on while the pages were loading. */
  async #present(answer: SearchAnswer, typed: string): Promise<boolean> {
    const { hits, nearest } = answer;
    const shown = hits.slice(0, this.#shown);
    const [results, near] = await Promise.all([
      showResults(shown, answer, style),
      showResults(nearest, answer, style),
    ]);
    if (typed !== this.#input.value) return false;
    const status =
      hits.length === 0
        ? [sayNothing(answer), ...(typed.trim() && nearest.length === 0 ? [t.advice] : [])].join(
            ' ',
          )
        : hits.length < answer.all.length
          ? t.foundOf(hits.length, answer.all.length)
          : t.found(hits.length);
    this.#show(results, near, status, typed);
    this.#more.hidden = shown.length === hits.length;
    this.#more.onclick = async () => {
      this.#shown += pageSize;
      const first = this.#results.childElementCount;
      await this.#present(answer, typed);
      this.#results.children[first]?.querySelector('a')?.focus();
    };
    return true;
  }

  #show(results: HTMLElement[], near: HTMLElement[], status: string, typed: string) {
    if (this.#status.textContent !== status) this.#status.textContent = status;
    this.#results.replaceChildren(...results);
    this.#nearest.hidden = near.length === 0;
    this.#nearest.querySelector('ol')?.replaceChildren(...near);
    this.#more.hidden = true;
    this.#suggestions.hidden = results.length + near.length > 0;
    this.dataset['answered'] = typed;
  }

  async #showCounts(answer: SearchAnswer, filter: PaperFilter) {
    const table = await this.#facets.load(this.#values());
    if (answer.query.typed !== this.#input.value.trim()) return;
    this.#showFilter(
      filter,
      answer.all.map((id) => table.facetsOf(id)),
    );
  }

  /** With the counts of the papers that were found, if any were asked for. */
  #showFilter(filter: PaperFilter, papers?: Facets[]) {
    for (const facet of facets) {
      const counts = papers && countValues(papers, filter, facet);
      showFacet(this.#filters, facet, counts, filter[facet]);
    }
    const reset = this.#filters.querySelector<HTMLElement>('[type=reset]');
    if (reset) reset.hidden = !facets.some((facet) => filter[facet]);
  }

  /** What there is to choose from. */
  #values(): Map<string, string[]> {
    return new Map(
      facets.map((facet) => {
        const control = this.#filters.elements.namedItem(facet);
        if (control instanceof HTMLSelectElement) {
          return [facet, [...control.options].map(({ value }) => value).filter(Boolean)];
        }
        return [facet, control instanceof HTMLInputElement ? [control.value] : []];
      }),
    );
  }
}

customElements.define('paper-search', PaperSearch);
