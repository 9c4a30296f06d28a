/** `<restored-text>`: the switch that marks restored characters. What they were is loaded when it is first on. */
import type { RepairRecord } from '../papers/repair-record.ts';
import { markRestored, unmark, type Marks } from '../lib/restored-marks.ts';
import { RestoredTip } from './restored-tip.ts';

/** In localStorage, while the switch is on. */
const key = 'mark-restored';

class RestoredText extends HTMLElement {
  #switch = this.querySelector('input') as HTMLInputElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #text = document.querySelector('.prose') as HTMLElement;
  #tip = new RestoredTip(document.querySelector('#RestoredTip') as HTMLElement);
  #record: RepairRecord | undefined;
  #marks: Marks | undefined;

  connectedCallback() {
    this.classList.add('ready');
    this.#switch.checked = remembered();
    this.#switch.addEventListener('change', () => {
      remember(this.#switch.checked);
      void this.#update();
    });
    this.#text.addEventListener('pointerover', ({ target }) => this.#show(target));
    this.#text.addEventListener('pointerout', () => this.#tip.hideSoon());
    this.#text.addEventListener('focusin', ({ target }) => this.#show(target));
    this.#text.addEventListener('focusout', () => this.#tip.hideSoon());
    this.#text.addEventListener('keydown', (event) => this.#move(event));
    void this.#update();
  }

  async #update() {
    this.#status.textContent = '';
    if (this.#switch.checked) await this.#mark();
    else if (this.#marks) {
      this.#tip.hide();
      unmark(this.#marks);
      this.#marks = undefined;
    }
  }

  async #mark() {
    try {
      this.#record ??= await load(this.dataset['record'] ?? '');
      // The switch may have been turned back while the record was loading.
      if (!this.#switch.checked || this.#marks) return;
      this.#marks = markRestored(this.#text, this.#record.gaps);
      if (!this.#marks) throw new Error('The record of the repair is that of another text.');
      let tabIndex = 0;
      for (const mark of this.#marks.keys()) {
        // One stop for the tab key; the arrow keys do the rest.
        mark.tabIndex = tabIndex;
        tabIndex = -1;
      }
    } catch {
      this.#status.textContent = this.#status.dataset['unavailable'] ?? '';
    }
  }

  #show(target: EventTarget | null) {
    const mark = target as HTMLElement;
    const character = this.#marks?.get(mark);
    if (!character || !this.#record) return;
    this.#tip.show(mark, {
      character,
      rulings: this.#record.rulings,
      paper: this.dataset['paper'] ?? '',
      repository: this.dataset['repository'],
    });
  }

  #move(event: KeyboardEvent) {
    const mark = event.target as HTMLElement;
    if (!this.#marks?.has(mark) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      return this.#tip.enter();
    }
    const marks = [...this.#marks.keys()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && marks[marks.indexOf(mark) + step];
    if (!next) return;
    event.preventDefault();
    mark.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}

async function load(address: string): Promise<RepairRecord> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as RepairRecord;
}

/** Storage may be refused: then the switch is off at first, and works all the same. */
function remembered(): boolean {
  try {
    return localStorage.getItem(key) === 'on';
  } catch {
    return false;
  }
}

function remember(on: boolean) {
  try {
    if (on) localStorage.setItem(key, 'on');
    else localStorage.removeItem(key);
  } catch {
    // Refused.
  }
}

customElements.define('restored-text', RestoredText);
