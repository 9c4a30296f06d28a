/** Waits until a reader wants to search, or comes from a search; only then is anything else loaded. */
import { highlightParameter } from '../search/highlight-parameter.ts';
import { takesKeys } from './takes-keys.ts';

const link = document.querySelector<HTMLAnchorElement>('.site-header [data-search]');
const field = document.querySelector<HTMLInputElement>('paper-search input[type=search]');
/** What is typed while the dialog is on its way, for its field; undefined while it isn't. */
let ahead: string | undefined;

function open(): void {
  if (field) {
    field.focus();
    field.select();
  } else if (ahead === undefined) {
    ahead = '';
    import('./search-dialog.ts')
      .then(({ openSearch }) => {
        if (ahead === undefined) return;
        openSearch();
        if (!ahead) return;
        const input = document.activeElement as HTMLInputElement;
        input.value = ahead;
        input.dispatchEvent(new Event('input'));
      }, sayUnavailable)
      .finally(() => (ahead = undefined));
  }
}

/** Offline, say. The page stays, because it can still be read, and the notice until the reader goes on. */
function sayUnavailable(): void {
  const notice = Object.assign(document.createElement('p'), {
    className: 'notice',
    role: 'alert',
    textContent: link?.dataset['search'],
  });
  document.body.append(notice);
  for (const event of ['keydown', 'pointerdown'])
    document.addEventListener(event, () => notice.remove(), { once: true });
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
  const isCommand = ctrlKey || metaKey;
  if (ahead !== undefined && !isCommand) {
    if (key === 'Escape') ahead = undefined;
    else if (key === 'Backspace') ahead = ahead.slice(0, -1);
    else if (key.length === 1) ahead += key;
    else return;
  } else if (
    isCommand ? key.toLowerCase() === 'k' && !event.shiftKey : key === '/' && !takesKeys(target)
  )
    open();
  else return;
  event.preventDefault();
});

if (new URLSearchParams(location.search).has(highlightParameter)) {
  void import('./page-marks.ts').catch(() => undefined);
}
