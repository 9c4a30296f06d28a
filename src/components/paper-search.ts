/** `<paper-search>`: searches as the reader types. Query, filter and order are kept in the address. */
import { linksIn } from '../lib/links.ts';
import {
  isAsked,
  isFiltered,
  queryOf,
  readQuestion,
  writeQuestion,
  type SearchQuestion,
} from '../lib/search-question.ts';
import { shorten } from '../lib/shorten.ts';
import { arxivId } from '../search/arxiv-id.ts';
import { addRecentSearch } from '../search/recent-searches.ts';
import { PaperFinder, type FoundPapers } from './find-papers.ts';
import { SearchAnswerView } from './search-answer.ts';
import {
  currentEntry,
  keepScrolling,
  noteInEntry,
  scrollBack,
  submitEntry,
  writeDraft,
} from './search-entries.ts';
import { SearchFilter } from './search-filter.ts';
import { index, language } from './search-results.ts';
import { Turns } from './search-turns.ts';

/** Papers that are shown at first, and with each “Show more”. */
const pageSize = 10;
const longestTitle = 80;

class PaperSearch extends HTMLElement {
  #form = this.querySelector('form[role=search]') as HTMLFormElement;
  #input = this.querySelector('input[type=search]') as HTMLInputElement;
  #filter = new SearchFilter(this, () => void this.#ask(submitEntry));
  #finder = new PaperFinder(this.#filter.values());
  #view = new SearchAnswerView(this);
  #turns = new Turns(() => this.#view.wait());
  #title = document.title;
  #shown = pageSize;

  connectedCallback() {
    // What is longer is cut by the search, which says so.
    this.#input.removeAttribute('maxlength');
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) void this.#ask(writeDraft);
    });
    this.#input.addEventListener('compositionend', () => void this.#ask(writeDraft));
    // The index is on its way while the reader is still thinking.
    this.#input.addEventListener('focus', () => void index.size().catch(() => undefined), {
      once: true,
    });
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      addRecentSearch(this.#input.value);
      void this.#ask(submitEntry).then((found) => {
        const paper = this.#namedPaper(found);
        if (paper) location.assign(paper);
      });
    });
    this.addEventListener('click', ({ target }) => this.#follow(target as Element));
    window.addEventListener('popstate', ({ state }) => {
      // A new one, by a link to a place on the page.
      if (state === null) noteInEntry({ shown: this.#shown });
      else void this.#readAddress();
    });
    keepScrolling();
    void this.#readAddress().then((found) => this.#leadOn(found));
  }

  get #question(): SearchQuestion {
    return { typed: this.#input.value, ...this.#filter.chosen };
  }

  /** What is asked now has an entry of the history, by `write`. */
  #ask(write: (address: string) => void): Promise<FoundPapers | undefined> {
    write(linksIn(language).search() + writeQuestion(this.#question));
    this.#shown = pageSize;
    return this.#answer();
  }

  async #readAddress(): Promise<FoundPapers | undefined> {
    const question = readQuestion(new URLSearchParams(location.search));
    this.#input.value = question.typed;
    this.#filter.choose(question);
    this.#shown = currentEntry().shown ?? pageSize;
    const found = await this.#answer();
    if (found || !isAsked(question)) scrollBack();
    return found;
  }

  /** Resolves with the answer once it is shown. */
  async #answer(): Promise<FoundPapers | undefined> {
    const question = this.#question;
    const { typed, filter } = question;
    const asked = [queryOf(typed), ...this.#filter.labels()].filter(Boolean).join(', ');
    document.title = asked ? `${shorten(asked, longestTitle)} · ${this.#title}` : this.#title;
    const end = (found?: FoundPapers) => {
      this.#filter.showChoices(filter, found);
      this.dataset['answered'] = typed;
    };
    if (!isAsked(question)) {
      this.#turns.drop();
      this.#view.showNothing();
      this.#filter.showCounts(filter);
      end();
      return undefined;
    }
    return this.#turns.take({
      find: () => index.askAgain(() => this.#finder.find(question, this.#shown)),
      show: (found) => {
        this.#view.show(question, asked, found);
        end(found);
      },
      later: async ({ answer }) => {
        const papers = await this.#finder.facetsOf(answer, filter);
        return () => this.#filter.showCounts(filter, papers?.length ? papers : undefined);
      },
      fail: (error) => {
        this.#view.showFailure(error);
        this.#filter.showCounts(filter);
        end();
      },
    });
  }

  /** The address of the paper whose id is all that was asked. Who gives the id wants the paper. */
  #namedPaper(found: FoundPapers | undefined): string | undefined {
    const question = this.#question;
    if (found?.answer.hits.length !== 1 || isFiltered(question)) return undefined;
    if (arxivId(queryOf(question.typed)) === undefined) return undefined;
    return this.querySelector<HTMLAnchorElement>('.search-result h2 a')?.href;
  }

  /** From outside, as a browser's search field leads here; not who comes back to the search. */
  #leadOn(found: FoundPapers | undefined) {
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const paper = this.#namedPaper(found);
    if (paper && visit?.type === 'navigate') location.replace(paper);
  }

  async #follow(target: Element) {
    if (target.closest('.search-result a')) {
      addRecentSearch(this.#input.value);
      submitEntry(location.pathname + location.search);
    } else if (target.closest('.search-again')) {
      this.#filter.focus();
      void this.#answer();
    } else if (target.closest('.search-more')) {
      const first = this.#shown;
      this.#shown += pageSize;
      if (!(await this.#answer())) return;
      noteInEntry({ shown: this.#shown });
      this.querySelector<HTMLElement>(`.search-result:nth-child(${first + 1}) h2 a`)?.focus();
    }
  }
}

customElements.define('paper-search', PaperSearch);
