/**
 * `<cite-papers>`: citations of the papers that the page shows. A filter says which those are with the event
 * `papersshown`, whose detail is their ids; until then they are all. Texts are loaded when they are asked for.
 */
import { copyText } from '../lib/copy-text.ts';
import { nameFilter, readFilter } from '../lib/paper-filter.ts';
import { joinEntries, type CitationFormat } from '../papers/citations/join-entries.ts';

type Entries = Record<string, string>;

class CitePapers extends HTMLElement {
  #status = this.querySelector('[role=status]') as HTMLElement;
  #loading = new Map<CitationFormat, Promise<Entries>>();
  #summary = this.querySelector('summary') as HTMLElement;
  /** What the summary says of the whole scope. */
  #whole = this.#summary.textContent;
  /** Undefined while no paper is filtered out: then it is the files that the links lead to. */
  #shown: readonly string[] | undefined;

  connectedCallback() {
    document.addEventListener('papersshown', ({ detail }: CustomEventInit<string[]>) =>
      this.show(detail ?? []),
    );
    // A filter in the address may have been applied already.
    if (document.querySelector('.paper-item[hidden]'))
      this.show(allItems().filter((id) => !document.getElementById(id)?.hidden));
    this.addEventListener('click', (event) => void this.#act(event));
  }

  /** Offers the papers with these ids, in this order. */
  show(ids: readonly string[]) {
    this.#shown = ids.length < allItems().length ? ids : undefined;
    const { one = '', many = '' } = this.dataset;
    const counted = ids.length === 1 ? one : many.replace('{count}', String(ids.length));
    this.#summary.textContent = this.#shown ? counted : this.#whole;
    this.hidden = ids.length === 0;
    this.#status.textContent = '';
  }

  async #act(event: Event) {
    const control = (event.target as Element).closest<HTMLElement>('button, a[download]');
    if (control instanceof HTMLButtonElement) await this.#copy(control.value as CitationFormat);
    else if (control instanceof HTMLAnchorElement && this.#shown) {
      event.preventDefault();
      await this.#download(control);
    }
  }

  async #copy(format: CitationFormat) {
    const text = await this.#text(format);
    if (text === undefined) return;
    const isCopied = await copyText(text);
    this.#status.textContent = this.dataset[isCopied ? 'copied' : 'notCopied'] ?? '';
  }

  async #download({ dataset, download }: HTMLAnchorElement) {
    const text = await this.#text(dataset['format'] as CitationFormat);
    if (text === undefined) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    // Not the name of the whole file: that is another one.
    const chosen = nameFilter(readFilter(new URLSearchParams(location.search)));
    link.download = download.replace(/(?=\.\w+$)/, `-${chosen}`);
    link.click();
    // The browser takes the file in its own time.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  /** The file of the shown papers; undefined, and said, where it can't be had. */
  async #text(format: CitationFormat): Promise<string | undefined> {
    try {
      if (!this.#shown) return await load(this.#addressOf(format));
      const loading = this.#loading.get(format) ?? loadEntries(this.dataset['entries'], format);
      this.#loading.set(format, loading);
      const entries = await loading;
      const found = this.#shown.map((id) => (Object.hasOwn(entries, id) ? entries[id] : undefined));
      return joinEntries(
        found.filter((entry) => entry !== undefined),
        format,
      );
    } catch {
      this.#loading.delete(format);
      this.#status.textContent = this.dataset['notLoaded'] ?? '';
      return undefined;
    }
  }

  #addressOf(format: CitationFormat): string {
    return this.querySelector<HTMLAnchorElement>(`a[data-format=${format}]`)?.href ?? '';
  }
}

function allItems(): string[] {
  return [...document.querySelectorAll('.paper-item')].map(({ id }) => id);
}

async function loadEntries(template = '', format: CitationFormat): Promise<Entries> {
  return JSON.parse(await load(template.replace('{format}', format))) as Entries;
}

async function load(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

customElements.define('cite-papers', CitePapers);
