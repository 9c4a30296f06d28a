/** The search dialog of every page. Loaded when the reader first asks for it. */
import { linksIn } from '../lib/links.ts';
import { queryOf } from '../lib/search-question.ts';
import { search } from '../search/engine.ts';
import { addRecentSearch, forgetSearches, recentSearches } from '../search/recent-searches.ts';
import { replaceItems } from './replace-items.ts';
import { element } from './element.ts';
import { index, language, resultKey, showResults, t } from './search-results.ts';
import { SearchStatus } from './search-status.ts';
import { Turns } from './search-turns.ts';
import { verdictOf, type Verdict } from './search-verdict.ts';

const mostResults = 8;
const style = { heading: 'h3', sections: 1 } as const;
const links = linksIn(language);

const dialog = element('dialog', { className: 'search-dialog', ariaLabel: t.label });
const form = element('form', { className: 'search-field' });
const input = element('input', {
  type: 'search',
  placeholder: t.hint,
  ariaLabel: t.label,
  autocomplete: 'off',
  spellcheck: false,
  enterKeyHint: 'search',
});
const close = element('button', { type: 'button', textContent: t.close });
const seen = element('p', { className: 'search-status' });
const heard = element('p', { className: 'for-ears', role: 'status' });
const list = element('ol', { className: 'search-results' });
const recent = element('div', { className: 'search-recent' });
const all = element('a');
const tags = element('a', { textContent: t.allTags, href: links.tag() });
const foot = element('p', { className: 'search-foot' });
const status = new SearchStatus(seen, heard);
const turns = new Turns(() => status.wait());
/** What is shown may only be near. */
let hasHits = false;

form.append(input, close);
foot.append(all, tags, element('span', { textContent: t.keys }));
dialog.append(form, seen, recent, list, foot, heard);
document.body.append(dialog);

close.addEventListener('click', () => dialog.close());
// A click on what lies behind the dialog has the dialog itself as its target.
dialog.addEventListener('pointerdown', (event) => {
  if (event.target === dialog) dialog.close();
});
input.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) answer();
});
input.addEventListener('compositionend', answer);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // What is best is what is opened; without it, the page of all results says more.
  const best = hasHits ? list.querySelector<HTMLAnchorElement>('h3 a') : null;
  addRecentSearch(input.value);
  location.assign(best && dialog.dataset['answered'] === input.value ? best.href : all.href);
});
dialog.addEventListener('click', ({ target }) => {
  const link = (target as Element).closest('a');
  if (link === all || list.contains(link)) addRecentSearch(input.value);
});
dialog.addEventListener('keydown', (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    // A search field would be emptied first.
    event.preventDefault();
    dialog.close();
    return;
  }
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key.length === 1 && document.activeElement?.matches('.search-dialog li a')) {
    // Who types on means the field.
    input.focus();
  }
});

/** Opens the dialog, empty or with what was typed last. */
export function openSearch(): void {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  answer();
  void index.size().catch(() => undefined);
}

/** From the field to the links beneath and back, in a ring. */
function move(step: 1 | -1): void {
  const links = [
    ...dialog.querySelectorAll<HTMLElement>('.search-results h3 a, .search-recent li a'),
  ];
  const stops = [input, ...links.filter((link) => link.checkVisibility())];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  stops.at((Math.max(here, 0) + step) % stops.length)?.focus();
}

function answer(): void {
  const typed = input.value;
  const query = queryOf(typed);
  all.href = links.search(query);
  if (query === '') {
    turns.drop();
    show(typed, { said: '', note: t.knows });
    return;
  }
  void turns.take({
    find: () => index.askAgain(() => find(query)),
    show: ({ found, results }) => show(typed, verdictOf(found, typed), results, found.hits.length),
    fail: () => show(typed, { said: t.unavailable, note: t.unavailableAdvice }),
  });
}

async function find(query: string) {
  const found = await search(query, index);
  const { hits, nearest } = found;
  const shown = (hits.length > 0 ? hits : nearest).slice(0, mostResults);
  return { found, results: await showResults(shown, found, style) };
}

/** Where there are no hits, the foot leads on: to the tags, and to the page that searches the same. */
function show(typed: string, verdict: Verdict, results: HTMLElement[] = [], hits = 0): void {
  status.show(verdict, hits > 0 ? queryOf(typed) : undefined);
  replaceItems(list, results, resultKey);
  recent.replaceChildren(...(queryOf(typed) === '' ? recentList() : []));
  hasHits = hits > 0;
  all.textContent = hasHits ? t.all(hits) : t.searchPage;
  tags.hidden = hasHits;
  dialog.dataset['answered'] = typed;
}

function recentList(): Node[] {
  const searches = recentSearches();
  if (searches.length === 0) return [];
  const items = searches.map((search) => {
    const item = element('li');
    item.append(element('a', { href: links.search(search), textContent: search }));
    return item;
  });
  const list = element('ul');
  list.append(...items);
  const forget = element('button', { type: 'button', textContent: t.forget });
  forget.addEventListener('click', () => {
    forgetSearches();
    recent.replaceChildren();
    input.focus();
  });
  const title = element('p', { className: 'count', textContent: t.recent });
  title.append(forget);
  return [title, list];
}
