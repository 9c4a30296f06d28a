/** Waits until a reader wants to search, or comes from a search; only then is anything else loaded. */
import { highlightParameter } from '../search/highlight-parameter.ts';
import { takesKeys } from './takes-keys.ts';

const link = document.querySelector<HTMLAnchorElement>('.site-header [data-search]');
const field = document.querySelector<HTMLInputElement>('paper-search input[type=search]');

function open(): void {
  if (field) {
    field.focus();
    field.select();
  } else {
    import('./search-dialog.ts').then(
      ({ openSearch }) => openSearch(),
      // Offline, say: the page says so in words.
      () => link && location.assign(link.href),
    );
  }
}

link?.addEventListener('click', (event) => {
  if (field || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  open();
});
// Pointing at the link is intent enough to load what a click will need.
link?.addEventListener('pointerenter', () => {
  if (!field) import('./search-dialog.ts').catch(() => undefined);
});

document.addEventListener('keydown', (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (event.isComposing || event.defaultPrevented || altKey) return;
  const isSlash = key === '/' && !ctrlKey && !metaKey && !takesKeys(target);
  const isCommand = key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !event.shiftKey;
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  open();
});

if (new URLSearchParams(location.search).has(highlightParameter)) {
  void import('./page-marks.ts').catch(() => undefined);
}
