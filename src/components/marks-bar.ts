/** The bar beneath a marked page: says what is marked and how often, and leads from one place to the next. */
import { pageLanguage } from '../lib/language.ts';
import { searchStrings } from '../lib/strings/search.ts';
import { element } from './element.ts';

const t = searchStrings[pageLanguage()];

/** `places` are the marks of each match, in the order of the page; `words` is what they are matches of. */
export function showMarksBar(
  places: readonly (readonly HTMLElement[])[],
  words: readonly string[],
  onRemove: () => void,
): void {
  const bar = element('div', { className: 'marks-bar', role: 'group', ariaLabel: t.marksBar });
  const text = element('span', { role: 'status', textContent: t.marks(places.length, words) });
  const remove = button('×', t.removeMarks, dismiss);
  bar.append(
    text,
    button('↑', t.previousMark, () => step(-1)),
    button('↓', t.nextMark, () => step(1)),
    remove,
  );
  document.addEventListener('keydown', onKey);
  document.body.append(bar);
  let current = -1;

  /** From the place that was led to last, or from where the reader has scrolled. */
  function step(by: 1 | -1) {
    const rects = places.map(([first]) => first?.getBoundingClientRect() ?? new DOMRect());
    const here = rects[current];
    const isThere = here !== undefined && here.bottom > 0 && here.top < window.innerHeight;
    const next = isThere
      ? current + by
      : by > 0
        ? rects.findIndex(({ bottom }) => bottom > 0)
        : rects.findLastIndex(({ top }) => top < 0);
    for (const mark of places[current] ?? []) mark.classList.remove('current');
    current = isThere || by < 0 ? (next + places.length) % places.length : Math.max(next, 0);
    for (const mark of places[current] ?? []) mark.classList.add('current');
    const { top = 0, bottom = 0 } = rects[current] ?? {};
    const isInView = top >= 0 && bottom <= window.innerHeight;
    places[current]?.[0]?.scrollIntoView({ block: isInView ? 'nearest' : 'center' });
    if (places.length > 1) text.textContent = t.mark(current + 1, places.length, words);
  }

  function onKey(event: KeyboardEvent) {
    const isElsewhere = event.defaultPrevented || document.querySelector('dialog[open]');
    if (event.key === 'Escape' && !isElsewhere) dismiss();
  }

  function dismiss() {
    document.removeEventListener('keydown', onKey);
    // The next key is to go on in the text, not behind the page's end.
    if (bar.contains(document.activeElement))
      document.querySelector('main')?.focus({ preventScroll: true });
    bar.remove();
    onRemove();
  }
}

function button(sign: string, label: string, onClick: () => void): HTMLButtonElement {
  const made = element('button', {
    type: 'button',
    textContent: sign,
    ariaLabel: label,
    title: label,
  });
  made.addEventListener('click', onClick);
  return made;
}
