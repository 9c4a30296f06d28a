/**
 * The history of the search page. What is submitted has an entry of its own, so that Back leads to the search
 * before; what is only typed shares one, which each key replaces.
 */

/** What an entry knows beside its address. */
export interface SearchEntry {
  /** Typed, not submitted. */
  isDraft?: boolean;
  /** How many papers were shown. */
  shown?: number;
  /** How far the page was scrolled. */
  top?: number;
}

/** Scrolling has come to rest after so long. */
const rest = 150;
let scrolling: ReturnType<typeof setTimeout> | undefined;

export function currentEntry(): SearchEntry {
  return (history.state as SearchEntry | null) ?? {};
}

export function noteInEntry(known: SearchEntry): void {
  write('replaceState', { ...currentEntry(), ...known }, location.href);
}

export function writeDraft(address: string): void {
  if (address === currentAddress()) return;
  if (currentEntry().isDraft || location.search === '')
    write('replaceState', { isDraft: true }, address);
  else push({ isDraft: true }, address);
}

export function submitEntry(address: string): void {
  if (currentEntry().isDraft) noteInEntry({ isDraft: false });
  if (address !== currentAddress()) push({}, address);
}

/**
 * Keeps in each entry how far the page is scrolled. The browser can't return there by itself: when it would, the
 * results aren't back yet.
 */
export function keepScrolling(): void {
  history.scrollRestoration = 'manual';
  window.addEventListener('scroll', () => {
    clearTimeout(scrolling);
    scrolling = setTimeout(noteScrolling, rest);
  });
  window.addEventListener('pagehide', noteScrolling);
  window.addEventListener('popstate', () => clearTimeout(scrolling));
}

/** Where the entry was left. */
export function scrollBack(): void {
  const { top } = currentEntry();
  if (top !== undefined) window.scrollTo({ top, behavior: 'instant' });
}

function push(entry: SearchEntry, address: string) {
  noteScrolling();
  write('pushState', { ...entry, top: window.scrollY }, address);
}

/** Safari refuses the hundredth in half a minute. What is typed is searched all the same. */
function write(how: 'pushState' | 'replaceState', entry: SearchEntry, address: string) {
  try {
    history[how](entry, '', address);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}

function noteScrolling() {
  clearTimeout(scrolling);
  if (currentEntry().top !== window.scrollY) noteInEntry({ top: window.scrollY });
}

function currentAddress(): string {
  return location.pathname + location.search;
}
