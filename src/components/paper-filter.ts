/** `<paper-filter>`: shows the papers of the page that pass, with counts that follow; its state is the address's. */
import {
  countValues,
  facets,
  matchesFilter,
  readFilter,
  withoutFacet,
  writeFilter,
  type Facet,
  type Facets,
  type PaperFilter,
} from '../lib/paper-filter.ts';
import { choiceLabel, chosenFilter, showFacet } from './filter-fields.ts';

/** A paper of the page. */
interface Item extends Facets {
  element: HTMLElement;
}

class PaperFilterElement extends HTMLElement {
  #form = this.querySelector('form') as HTMLFormElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #clear = this.querySelector('[type=reset]') as HTMLElement;
  #nothing = this.querySelector('.nothing') as HTMLElement;
  #items: Item[] = [];

  connectedCallback() {
    this.#items = [...document.querySelectorAll<HTMLElement>('.paper-item[data-month]')].map(
      toItem,
    );
    this.#form.addEventListener('change', () => this.#choose(chosenFilter(this.#form)));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('reset', (event) => {
      event.preventDefault();
      this.#choose({});
    });
    window.addEventListener('popstate', () => this.#show(this.#read()));
    this.#show(this.#read());
  }

  #read(): PaperFilter {
    return readFilter(new URLSearchParams(location.search));
  }

  #choose(filter: PaperFilter) {
    const query = writeFilter(filter, new URLSearchParams(location.search));
    history.pushState(null, '', location.pathname + query);
    this.#show(filter);
  }

  #show(filter: PaperFilter) {
    const passing = new Set(this.#items.filter((item) => matchesFilter(item, filter)));
    for (const item of this.#items) item.element.hidden = !passing.has(item);
    for (const month of document.querySelectorAll<HTMLElement>('.month')) {
      month.hidden = !month.querySelector('.paper-item:not([hidden])');
    }
    const asked = facets.filter((facet) => filter[facet]);
    for (const facet of facets) {
      showFacet(this.#form, facet, countValues(this.#items, filter, facet), filter[facet]);
    }
    this.#clear.hidden = asked.length === 0;
    this.#status.textContent =
      asked.length === 0
        ? (this.dataset['total'] ?? '')
        : fill(this.dataset['count'], { shown: passing.size, total: this.#items.length });
    this.#nothing.hidden = passing.size > 0 || asked.length === 0;
    this.#nothing
      .querySelector('ul')
      ?.replaceChildren(
        ...(passing.size > 0 ? [] : asked.map((facet) => this.#undo(facet, filter))),
      );
    const shown = [...passing].map(({ element }) => element.id);
    this.dispatchEvent(new CustomEvent('papersshown', { bubbles: true, detail: shown }));
  }

  /** What to undo when nothing passes, and what that would show. */
  #undo(facet: Facet, filter: PaperFilter): HTMLElement {
    const rest = withoutFacet(filter, facet);
    const count = this.#items.filter((item) => matchesFilter(item, rest)).length;
    const button = document.createElement('button');
    button.type = 'button';
    const label = choiceLabel(this.#form, facet, filter[facet] ?? '');
    button.textContent = fill(this.dataset['undo'], { label, count });
    button.addEventListener('click', () => this.#choose(rest));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }
}

function toItem(element: HTMLElement): Item {
  const { terms = '', topics = '', month = '', code } = element.dataset;
  return {
    element,
    terms: terms.split(' '),
    topics: topics.split(' '),
    month,
    hasCode: code !== undefined,
  };
}

function fill(template = '', values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

customElements.define('paper-filter', PaperFilterElement);
