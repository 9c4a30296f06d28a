/** The filter and the order of the search page: what is chosen, what each choice would leave, and the way back. */
import {
  countValues,
  facets,
  withoutFacet,
  type Facet,
  type Facets,
  type PaperFilter,
} from '../lib/paper-filter.ts';
import { linksIn } from '../lib/links.ts';
import type { SearchQuestion } from '../lib/search-question.ts';
import { choiceLabel, chosenFilter, showFacet } from './filter-fields.ts';
import type { Choice, FoundPapers } from './find-papers.ts';
import { element } from './element.ts';
import { language, t } from './search-results.ts';

export class SearchFilter {
  #form: HTMLFormElement;
  #sort: HTMLSelectElement;
  #loose: HTMLElement;
  #undo: HTMLElement;
  #reset: HTMLElement;
  #onChange: () => void;

  constructor(search: HTMLElement, onChange: () => void) {
    this.#form = search.querySelector('.search-filters') as HTMLFormElement;
    this.#sort = this.#form.querySelector('[name=sort]') as HTMLSelectElement;
    this.#loose = this.#form.querySelector('.search-choices') as HTMLElement;
    this.#undo = search.querySelector('.search-undo') as HTMLElement;
    this.#reset = search.querySelector('[type=reset]') as HTMLElement;
    this.#onChange = onChange;
    this.#form.addEventListener('change', onChange);
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('reset', (event) => {
      // The order is none of the filter's.
      event.preventDefault();
      this.#choose({});
    });
  }

  get chosen(): Pick<SearchQuestion, 'filter' | 'isByDate'> {
    return { filter: chosenFilter(this.#form), isByDate: this.#sort.value === 'date' };
  }

  /** What there is to choose from. */
  values(): Map<Facet, string[]> {
    return new Map(
      facets.map((facet) => {
        const field = this.#field(facet);
        const isList = field instanceof HTMLSelectElement;
        const values = isList ? [...field.options].map(({ value }) => value) : [field?.value ?? ''];
        return [facet, values.filter(Boolean)];
      }),
    );
  }

  /** What is chosen, in words. */
  labels(): string[] {
    const { filter } = this.chosen;
    return facets.flatMap((facet) => {
      const value = filter[facet];
      return value === undefined ? [] : [this.#label({ facet, value })];
    });
  }

  /** Where the next key goes on when a button goes that had the focus. */
  focus(): void {
    this.#sort.focus({ preventScroll: true });
  }

  /** Sets the fields. A choice without one, from an address older than the lists, goes on being asked. */
  choose({ filter, isByDate }: Pick<SearchQuestion, 'filter' | 'isByDate'>): void {
    this.#sort.value = isByDate ? 'date' : '';
    this.showCounts(filter);
    this.#loose.replaceChildren(
      ...this.#withoutField(filter).map(([facet, value]) =>
        element('input', { type: 'hidden', name: facet, value }),
      ),
    );
  }

  /** With the counts of the papers that were found, if they are known. */
  showCounts(filter: PaperFilter, papers?: readonly Facets[]): void {
    for (const facet of facets) {
      const counts = papers && countValues(papers, filter, facet);
      showFacet(this.#form, facet, counts, filter[facet]);
    }
  }

  /** Offers to take choices back: where all papers are hidden, each with what that would show. */
  showChoices(filter: PaperFilter, found?: FoundPapers): void {
    const telling = found?.choices.filter(({ isIdle }) => !isIdle);
    this.#reset.hidden = telling ? telling.length === 0 : Object.keys(filter).length === 0;
    const loose = new Map(this.#withoutField(filter));
    for (const button of this.#loose.querySelectorAll('button')) button.remove();
    this.#loose.append(
      ...(telling ?? [])
        .filter(({ facet }) => loose.has(facet))
        .map((choice) =>
          this.#takeBack(choice, `${this.#label(choice)} ×`, t.takeBack(this.#label(choice))),
        ),
    );
    const isHidden = found && found.answer.hits.length === 0 && found.answer.all.length > 0;
    this.#undo.replaceChildren(
      ...(isHidden ? (telling ?? []) : []).map((choice) => {
        const item = element('li');
        item.append(this.#takeBack(choice, t.without(this.#label(choice), choice.without)));
        return item;
      }),
    );
  }

  #choose(filter: PaperFilter) {
    this.choose({ filter, isByDate: this.chosen.isByDate });
    this.focus();
    this.#onChange();
  }

  #takeBack({ facet }: Choice, text: string, ariaLabel?: string): HTMLElement {
    const button = element('button', { type: 'button', textContent: text });
    if (ariaLabel) button.ariaLabel = ariaLabel;
    button.addEventListener('click', () => this.#choose(withoutFacet(this.chosen.filter, facet)));
    return button;
  }

  #label({ facet, value }: Pick<Choice, 'facet' | 'value'>): string {
    if (this.#field(facet)) return choiceLabel(this.#form, facet, value);
    if (facet === 'code') return t.withCode;
    // The page has links to all tags.
    const link = document.querySelector(`a[href="${CSS.escape(linksIn(language).tag(value))}"]`);
    return link?.textContent ?? value;
  }

  #field(facet: Facet): HTMLSelectElement | HTMLInputElement | null {
    return this.#form.querySelector(`[name=${facet}]:not([type=hidden])`);
  }

  #withoutField(filter: PaperFilter): [Facet, string][] {
    return facets.flatMap((facet): [Facet, string][] => {
      const value = filter[facet];
      return value === undefined || this.#field(facet) ? [] : [[facet, value]];
    });
  }
}
