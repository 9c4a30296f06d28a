/**
 * The one module that knows Pagefind in the browser. Pagefind keeps where each word stands; what to ask it for
 * and what the answers mean is ours. Four things lean on what its documentation leaves out, so the version is
 * pinned and tests/browser/pagefind.test.ts holds them:
 *
 * - It picks an index by the page's language and, where there is none of that name, takes the largest. We write
 *   one index, `zh-cn`; any other language opens it.
 * - It cuts the query into Chinese words if that language is Chinese, but its index holds the pairs of
 *   characters, too, and a pair says more. So it must read another language at the moment it is started.
 * - A quoted word finds the pages that hold that word and nothing that merely begins with it, but only its first
 *   position in each; without the quotes it finds all positions, those of longer words among them. A pair that
 *   lies across two words has the position of the first.
 * - A part of the index that can't be loaded is passed over in silence, and asked for again by the next search.
 *   scripts/index-site.ts takes the silence away: such a search rejects.
 *
 * An instance that has failed once is thrown away: what it began without it never asks for again, and once the site
 * is published anew all that it asks for is gone. The next search starts another.
 */
import { assetHref } from '../lib/links.ts';

/** Positions of a word in each page that holds it, in order. */
export type Postings = ReadonlyMap<string, readonly number[]>;

export interface IndexedPage {
  /** The address of the English page, base path included. */
  url: string;
  /** The words in the order of their positions; joined they are the text. */
  words: string[];
  meta: Record<string, string>;
  /** Headings, and the position of the first word of each. */
  anchors: { element: string; id: string; text: string; location: number }[];
}

/** What the engine asks of an index. */
export interface PaperIndex {
  /** How many papers there are. */
  size(): Promise<number>;
  /** The pages that hold the word as it is written, each with its first position. */
  word(text: string): Promise<Postings>;
  /** Words that begin with the text; where there are none, those that the text begins with. */
  prefix(text: string): Promise<Postings>;
  /** The papers that carry a value of a facet. */
  having(facet: string, value: string): Promise<string[]>;
  page(id: string): Promise<IndexedPage>;
  /** Rejects where the index can't be reached or is another by now: an empty answer may mean that, too. */
  check(): Promise<void>;
}

interface PagefindResult {
  id: string;
  words: number[];
  data(): Promise<{
    url: string;
    content: string;
    raw_content?: string;
    meta: Record<string, string>;
    anchors?: IndexedPage['anchors'];
  }>;
}

interface PagefindInstance {
  search(
    term: string | null,
    options?: { filters: Record<string, string> },
  ): Promise<{ results: PagefindResult[] }>;
  destroy(): Promise<void>;
}

/** What an index begins with. */
interface Entry {
  /** How many papers there are. */
  size: number;
  /** The files that Pagefind needs before anything else. */
  files: string[];
}

interface Started extends Entry {
  instance: PagefindInstance;
}

/** Readers type few words; this bounds the memory of a long visit. */
const mostKept = 1000;

export class PagefindIndex implements PaperIndex {
  #started: Promise<Started> | undefined;
  #generation = 0;
  /** Whether the index that was given up last is another by now. */
  #isReplaced = Promise.resolve(false);
  #postings = new Map<string, Promise<Postings>>();
  /** Pagefind forgets a page when its result is collected: these are held on to. */
  #results = new Map<string, PagefindResult>();
  #pages = new Map<string, Promise<IndexedPage>>();

  /** Asks once more where the site was published anew since the index was opened, and what it asked for is gone. */
  async askAgain<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask();
    } catch (error) {
      if (!(await this.#isReplaced)) throw error;
      return ask();
    }
  }

  /** Another one once the index had to be given up: what was known by the ids of papers may be of others by then. */
  get generation(): number {
    return this.#generation;
  }

  async size(): Promise<number> {
    return (await this.#start()).size;
  }

  word(text: string): Promise<Postings> {
    return this.#ask(`"${text}"`);
  }

  prefix(text: string): Promise<Postings> {
    return this.#ask(text);
  }

  /** Without the filter's part of the index the rest goes on: only this rejects. */
  async having(facet: string, value: string): Promise<string[]> {
    const { instance } = await this.#start();
    const { results } = await instance.search(null, { filters: { [facet]: value } });
    this.#hold(results);
    return results.map(({ id }) => id);
  }

  /** Every paper, in no order that means anything but always the same. */
  async all(): Promise<string[]> {
    const results = await this.#use((instance) => instance.search(null));
    return results.map(({ id }) => id).toSorted();
  }

  page(id: string): Promise<IndexedPage> {
    let page = this.#pages.get(id);
    if (!page) {
      page = this.#read(id);
      this.#pages.set(id, page);
    }
    return page;
  }

  async check(): Promise<void> {
    const started = this.#started;
    try {
      const [entry, opened] = await Promise.all([readEntry(), started]);
      if (opened && isAnother(entry, opened))
        throw new Error('The search index was published anew.');
    } catch (error) {
      this.#giveUp(started);
      throw error;
    }
  }

  #ask(term: string): Promise<Postings> {
    let postings = this.#postings.get(term);
    if (!postings) {
      if (this.#postings.size >= mostKept) this.#postings.clear();
      postings = this.#search(term);
      this.#postings.set(term, postings);
    }
    return postings;
  }

  async #search(term: string): Promise<Postings> {
    const results = await this.#use((instance) => instance.search(term));
    return new Map(results.map(({ id, words }) => [id, words.toSorted((a, b) => a - b)]));
  }

  async #use(
    search: (instance: PagefindInstance) => Promise<{ results: PagefindResult[] }>,
  ): Promise<PagefindResult[]> {
    const started = this.#start();
    try {
      const { results } = await search((await started).instance);
      this.#hold(results);
      return results;
    } catch (error) {
      this.#giveUp(started);
      throw error;
    }
  }

  #hold(results: readonly PagefindResult[]) {
    for (const result of results)
      if (!this.#results.has(result.id)) this.#results.set(result.id, result);
  }

  async #read(id: string): Promise<IndexedPage> {
    const started = this.#started;
    try {
      const data = await this.#results.get(id)?.data();
      if (!data) throw new Error(`No result has the id ${id}.`);
      const text = (data.raw_content ?? data.content).replace(/&lt;/g, '<').replace(/&gt;/g, '>');
      return {
        url: data.url,
        words: text.split('\u200B'),
        meta: data.meta,
        anchors: data.anchors ?? [],
      };
    } catch (error) {
      this.#giveUp(started);
      throw error;
    }
  }

  #start(): Promise<Started> {
    if (!this.#started) {
      const started = start(this.#generation);
      this.#started = started;
      started.catch(() => this.#giveUp(started));
    }
    return this.#started;
  }

  /** Several questions may fail by one instance: only the first of them gives it up, and not the one that followed it. */
  #giveUp(started: Promise<Started> | undefined) {
    if (started !== this.#started) return;
    this.#started = undefined;
    this.#generation++;
    this.#postings.clear();
    this.#results.clear();
    this.#pages.clear();
    started?.then(({ instance }) => instance.destroy()).catch(() => undefined);
    this.#isReplaced = Promise.all([readEntry(), started]).then(
      ([entry, opened]) => opened !== undefined && isAnother(entry, opened),
      () => false,
    );
  }
}

/** Their names hold digests of what is in them. */
function isAnother(one: Entry, other: Entry): boolean {
  return one.files.join() !== other.files.join();
}

/**
 * Pagefind starts whether its first files are there or not, reports them on the console, and never ends waiting for
 * them: it is started only where they are.
 */
async function start(generation: number): Promise<Started> {
  const checked = checkFiles();
  // A browser loads a module once, also one that failed or is out of date by now: only another address is asked for.
  const address = assetHref(`pagefind/pagefind.js${generation > 0 ? `?${generation}` : ''}`);
  if (generation > 0) await checked;
  const [module, entry] = await Promise.all([
    import(/* @vite-ignore */ address) as Promise<{
      createInstance(options: object): PagefindInstance;
    }>,
    checked,
  ]);
  const page = document.documentElement;
  const language = page.lang;
  page.lang = 'en';
  const instance = module.createInstance({});
  page.lang = language;
  return { instance, ...entry };
}

/** Rejects where one of the first files is missing. */
async function checkFiles(): Promise<Entry> {
  const entry = await readEntry();
  await Promise.all(entry.files.map(checkFile));
  return entry;
}

/** Asks for its head alone: Pagefind itself will load it. A host that knows no such question may have it. */
async function checkFile(file: string): Promise<void> {
  const { status, headers } = await fetch(assetHref(`pagefind/${file}`), { method: 'HEAD' });
  const isPage = headers.get('content-type')?.startsWith('text/html') ?? false;
  if (status === 404 || status === 410 || isPage)
    throw new Error(`${file} of the search index is missing (${status}).`);
}

async function readEntry(): Promise<Entry> {
  const response = await fetch(assetHref('pagefind/pagefind-entry.json'), { cache: 'no-store' });
  if (!response.ok) throw new Error(`The search index answers ${response.status}.`);
  const { languages } = (await response.json()) as {
    languages: Record<string, { hash: string; wasm?: string | null; page_count: number }>;
  };
  const [largest] = Object.values(languages).sort((a, b) => b.page_count - a.page_count);
  if (!largest) throw new Error('The search index is of no language.');
  const { hash, wasm, page_count: size } = largest;
  return { size, files: [`wasm.${wasm ?? 'unknown'}.pagefind`, `pagefind.${hash}.pf_meta`] };
}
