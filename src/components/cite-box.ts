/** `<cite-box>`: copies the entry that is shown. Which one that is, is the style sheet's business. */
import { copyText } from '../lib/copy-text.ts';

class CiteBox extends HTMLElement {
  connectedCallback() {
    const status = this.querySelector('[role=status]') as HTMLElement;
    this.addEventListener('change', () => (status.textContent = ''));
    this.addEventListener('click', async ({ target }) => {
      const button = (target as Element).closest('button');
      const entry = button?.closest('.cite-entry')?.querySelector('pre');
      if (!entry) return;
      const isCopied = await copyText(`${entry.textContent}\n`);
      if (!isCopied) getSelection()?.selectAllChildren(entry);
      status.textContent = this.dataset[isCopied ? 'copied' : 'selected'] ?? '';
    });
  }
}

customElements.define('cite-box', CiteBox);
