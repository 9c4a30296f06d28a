/** `<paper-search>`: searches as the reader types; the query stays in the address. */
import { pageLanguage } from '../lib/language.ts';
import { linksIn } from '../lib/links.ts';
import { markMatches } from '../lib/mark-matches.ts';
import { search, type SearchHit, type SearchSection } from '../lib/search-engine.ts';
import { parseQuery, type SearchQuery } from '../lib/search-query.ts';
import { siteStrings } from '../lib/strings/site.ts';
import { textLanguage } from '../lib/text-language.ts';

const language = pageLanguage();
const t = siteStrings[language];
const link = linksIn(language);
/** Long enough to skip the letters of a word being typed, short enough to feel immediate. */
const pause = 120;
const mostSections = 3;

class PaperSearch extends HTMLElement {
  #input = this.querySelector('input') as HTMLInputElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #results = this.querySelector('.search-results') as HTMLElement;
  #suggestions = this.querySelector('.search-suggestions') as HTMLElement;
  #template = this.querySelector('template') as HTMLTemplateElement;
  #timer = 0;
  #latest = 0;

  connectedCallback() {
    this.#input.addEventListener('input', (event) => {
      if (!(event as InputEvent).isComposing) this.#schedule();
    });
    this.#input.addEventListener('compositionend', () => this.#schedule());
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#run();
    });
    window.addEventListener('popstate', () => this.#readAddress());
    this.#readAddress();
  }

  #readAddress() {
    this.#input.value = new URLSearchParams(location.search).get('q') ?? '';
    void this.#run();
  }

  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#run(), pause);
  }

  async #run() {
    clearTimeout(this.#timer);
    const turn = ++this.#latest;
    const query = parseQuery(this.#input.value);
    if (new URLSearchParams(location.search).get('q') !== (query.typed || null)) {
      history.replaceState(null, '', link.search(query.typed));
    }
    if (query.typed === '') return this.#show(query, [], '');
    if (this.#results.childElementCount === 0) this.#status.textContent = t.searching;
    try {
      const { hits, more } =
        query.words.length > 0 ? await search(query) : { hits: [], more: false };
      if (turn !== this.#latest) return;
      const nothing = `${t.noResults(query.typed)} ${t.noResultsAdvice}`;
      this.#show(query, hits, hits.length > 0 ? t.resultCount(hits.length, more) : nothing);
    } catch {
      if (turn === this.#latest) this.#show(query, [], t.searchUnavailable);
    }
  }

  #show(query: SearchQuery, hits: readonly SearchHit[], status: string) {
    this.#status.textContent = status;
    this.#results.replaceChildren(...hits.map((hit) => this.#result(hit, query)));
    this.#suggestions.hidden = hits.length > 0;
  }

  #result(hit: SearchHit, query: SearchQuery): DocumentFragment {
    const result = document.importNode(this.#template.content, true);
    const part = (name: string) => result.querySelector(`[data-part=${name}]`) as HTMLElement;
    (part('title') as HTMLAnchorElement).href = hit.href;
    part('title').lang = textLanguage(hit.title);
    part('title').append(...marked(hit.title, query));
    if (hit.titleZh) part('titleZh').append(...marked(hit.titleZh, query));
    else part('titleZh').remove();
    part('month').textContent = hit.month;
    const sections = hit.sections.slice(0, mostSections);
    if (sections.length > 0) {
      part('excerpt').remove();
      result
        .querySelector('.sections')
        ?.append(...sections.map((section) => sectionItem(section, query)));
    } else {
      part('excerpt').append(...marked(hit.excerpt, query));
      part('excerpt').lang = textLanguage(hit.excerpt);
      result.querySelector('.sections')?.remove();
    }
    return result;
  }
}

function sectionItem(section: SearchSection, query: SearchQuery): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = section.href;
  link.append(...marked(section.title, query));
  const excerpt = document.createElement('p');
  excerpt.append(...marked(section.excerpt, query));
  item.lang = textLanguage(section.excerpt);
  item.append(link, excerpt);
  return item;
}

function marked(text: string, query: SearchQuery): Node[] {
  return markMatches(text, query).map((part) => {
    if (!part.marked) return document.createTextNode(part.text);
    const mark = document.createElement('mark');
    mark.textContent = part.text;
    return mark;
  });
}

customElements.define('paper-search', PaperSearch);
