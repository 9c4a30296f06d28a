/** `<density-switch>`: how much of each paper a list shows. Styles read it from the root element. */
import { remember } from '../lib/remembered.ts';

const root = document.documentElement;

class DensitySwitch extends HTMLElement {
  connectedCallback() {
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === (root.dataset['density'] ?? 'topics');
      input.addEventListener('change', () => {
        root.dataset['density'] = input.value;
        remember('density', input.value);
      });
    }
  }
}

customElements.define('density-switch', DensitySwitch);
