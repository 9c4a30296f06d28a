/** Keys of the whole site: `j` and `k` walk through a list, `?` tells of the keys. */
import { takesKeys } from './takes-keys.ts';

const help = document.querySelector<HTMLDialogElement>('#Keys');
const item = '.paper-item, .listed-paper, .search-result';
/** What an item is opened with. */
const items = ':is(.paper-item h3, .listed-paper h3, .search-result h2) a';

document.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || event.defaultPrevented || event.isComposing) return;
  // A key that writes belongs to what is written in.
  if (takesKeys(target)) return;
  if (key === '?') help?.showModal();
  else if (key === 'j') walk(1);
  else if (key === 'k') walk(-1);
});

document.querySelector('.keys-button')?.addEventListener('click', () => help?.showModal());

function walk(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(items)].filter((link) =>
    link.checkVisibility(),
  );
  const here = document.activeElement?.closest(item);
  const place = links.findIndex((link) => link.closest(item) === here);
  // From nowhere the way leads to what is in sight.
  const next =
    place >= 0 ? place + step : links.findIndex((link) => link.getBoundingClientRect().top >= 0);
  links[Math.max(0, Math.min(next, links.length - 1))]?.focus();
}
