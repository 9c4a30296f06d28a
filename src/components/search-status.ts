/** Says what a search came to: at once to the eye, and once to the ear, when the reader pauses. */
import { element } from './element.ts';
import { t } from './search-results.ts';
import type { Verdict } from './search-verdict.ts';

/** Who types on hears nothing of the answers in between. */
const pause = 600;

export class SearchStatus {
  #seen: HTMLElement;
  #heard: HTMLElement;
  #pausing: ReturnType<typeof setTimeout> | undefined;

  /** `heard` is a live region out of sight. */
  constructor(seen: HTMLElement, heard: HTMLElement) {
    this.#seen = seen;
    this.#heard = heard;
  }

  /** `asked` is what this answers: ten papers for one query are news after ten for another. */
  show({ said, isQuoting, note = '' }: Verdict, asked = ''): void {
    const lines = [
      element('span', { className: isQuoting ? 'said quoting' : 'said', textContent: said }),
      element('span', { className: 'note', textContent: note }),
    ].filter(({ textContent }) => textContent !== '');
    this.#seen.replaceChildren(...lines.flatMap((line, place) => (place > 0 ? [' ', line] : line)));
    clearTimeout(this.#pausing);
    // The same words are heard again only where they have gone in between.
    this.#heard.textContent = '';
    if (said === '') return;
    const text = [said, note].join(' ').trim();
    this.#pausing = setTimeout(() => {
      this.#heard.textContent = asked ? t.heard(asked, text) : text;
    }, pause);
  }

  wait(): void {
    this.show({ said: t.searching });
  }
}
