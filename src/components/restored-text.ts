/** `<restored-text>`: the switch that marks restored characters. What marks them is loaded when it is first on. */
import { recall, remember } from '../lib/remembered.ts';
import type { MarkedText } from './marked-text.ts';

/** In localStorage, while the switch is on. */
const key = 'mark-restored';

class RestoredText extends HTMLElement {
  #switch = this.querySelector('input') as HTMLInputElement;
  #status = this.querySelector('[role=status]') as HTMLElement;
  #marks: Promise<MarkedText> | undefined;

  connectedCallback() {
    this.#switch.checked = recall(key) === 'on';
    this.#switch.addEventListener('change', () => {
      remember(key, this.#switch.checked ? 'on' : undefined);
      void this.#update();
    });
    void this.#update();
  }

  async #update() {
    this.#status.textContent = '';
    if (!this.#switch.checked && !this.#marks) return;
    try {
      this.#marks ??= this.#load();
      // The switch may have been turned back while they were loading.
      (await this.#marks).show(this.#switch.checked);
    } catch {
      this.#marks = undefined;
      this.#status.textContent = this.#status.dataset['unavailable'] ?? '';
    }
  }

  async #load(): Promise<MarkedText> {
    const { record = '', paper = '', repository } = this.dataset;
    const { loadMarks } = await import('./marked-text.ts');
    return loadMarks(record, { paper, repository });
  }
}

customElements.define('restored-text', RestoredText);
