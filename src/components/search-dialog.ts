/** The search dialog of every page. Loaded when the reader first asks for it. */
import { linksIn } from '../lib/links.ts';
import { addRecentSearch, forgetSearches, recentSearches } from '../search/recent-searches.ts';
import {
  element,
  index,
  language,
  LatestSearch,
  sayNothing,
  showResults,
  t,
} from './search-results.ts';

const mostResults = 8;
const style = { heading: 'h3', sections: 1 } as const;

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
const status = element('p', { className: 'search-status', role: 'status' });
const list = element('ol', { className: 'search-results' });
const recent = element('div', { className: 'search-recent' });
const all = element('a', { textContent: t.all });
const foot = element('p', { className: 'search-foot' });
const latest = new LatestSearch();
/** What is shown may only be near. */
let hasHits = false;

form.append(input, close);
foot.append(all, element('span', { textContent: t.keys }));
dialog.append(form, status, recent, list, foot);
document.body.append(dialog);

close.addEventListener('click', () => dialog.close());
// A click on what lies behind the dialog has the dialog itself as its target.
dialog.addEventListener('pointerdown', (event) => {
  if (event.target === dialog) dialog.close();
});
input.addEventListener('input', (event) => {
  if (!(event as InputEvent).isComposing) void answer();
});
input.addEventListener('compositionend', () => void answer());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  // What is best is what is opened; without it, the page of all results says more.
  const best = hasHits ? list.querySelector<HTMLAnchorElement>('h3 a') : null;
  addRecentSearch(input.value);
  location.assign(best && dialog.dataset['answered'] === input.value ? best.href : all.href);
});
list.addEventListener('click', () => addRecentSearch(input.value));
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
  void answer();
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

async function answer(): Promise<void> {
  const typed = input.value;
  all.href = linksIn(language).search(typed.toWellFormed().trim());
  if (typed.trim() === '') {
    latest.drop();
    show([], '', typed);
    return;
  }
  const waiting = setTimeout(() => (status.textContent = t.searching), 400);
  try {
    const found = await latest.ask(typed);
    if (!found) return;
    const { hits, nearest } = found;
    const results = await showResults(
      (hits.length > 0 ? hits : nearest).slice(0, mostResults),
      found,
      style,
    );
    if (typed !== input.value) return;
    const nothing = [
      sayNothing(found),
      nearest.length > 0 ? `${t.nearest}${language === 'zh' ? '：' : ':'}` : t.advice,
    ];
    show(results, hits.length > 0 ? t.found(hits.length) : nothing.join(' '), typed);
    hasHits = hits.length > 0;
  } catch {
    if (typed === input.value) show([], t.unavailable, typed);
  } finally {
    clearTimeout(waiting);
  }
}

function show(results: HTMLElement[], message: string, typed: string): void {
  if (status.textContent !== message) status.textContent = message;
  list.replaceChildren(...results);
  recent.replaceChildren(...(typed.trim() === '' ? recentList() : []));
  foot.hidden = false;
  all.hidden = typed.trim() !== '' && results.length === 0;
  dialog.dataset['answered'] = typed;
}

function recentList(): Node[] {
  const searches = recentSearches();
  if (searches.length === 0) return [];
  const items = searches.map((search) => {
    const item = element('li', {});
    item.append(element('a', { href: linksIn(language).search(search), textContent: search }));
    return item;
  });
  const list = element('ul', {});
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
