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
 * - A part of the index that can't be loaded is passed over in silence, and asked for again by the next search; its
 *   first files are never asked for again, and missed where nobody catches it. scripts/pagefind-scripts.ts changes
 *   both: such a search rejects, and lasting-index.ts opens another index.
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

interface Entry {
  /** How many papers there are. */
  size: number;
  /** Another one for another index. */
  digest: string;
}

interface Started extends Entry {
  instance: PagefindInstance;
}

/** Readers type few words; this bounds the memory of a long visit. */
const mostKept = 1000;

/** What has failed once goes on failing: see lasting-index.ts. */
export class PagefindIndex implements PaperIndex {
  #begin: () => Promise<Started>;
  #started: Promise<Started> | undefined;
  #postings = new Map<string, Promise<Postings>>();
  /** Pagefind forgets a page when its result is collected: these are held on to. */
  #results = new Map<string, PagefindResult>();
  #pages = new Map<string, Promise<IndexedPage>>();

  constructor(begin: () => Promise<Started> = start) {
    this.#begin = begin;
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

  async having(facet: string, value: string): Promise<string[]> {
    const { instance } = await this.#start();
    const { results } = await instance.search(null, { filters: { [facet]: value } });
    this.#hold(results);
    return results.map(({ id }) => id);
  }

  /** Every paper, in an order that means nothing. */
  async all(): Promise<string[]> {
    const { instance } = await this.#start();
    const { results } = await instance.search(null);
    this.#hold(results);
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
    const [entry, started] = await Promise.all([readEntry(), this.#started]);
    if (started && started.digest !== entry.digest)
      throw new Error('The search index is another by now.');
  }

  /** Whatever is asked still, fails. */
  close(): void {
    this.#started?.then(({ instance }) => instance.destroy()).catch(() => undefined);
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
    const { instance } = await this.#start();
    const { results } = await instance.search(term);
    this.#hold(results);
    return new Map(results.map(({ id, words }) => [id, words.toSorted((a, b) => a - b)]));
  }

  #hold(results: readonly PagefindResult[]) {
    for (const result of results)
      if (!this.#results.has(result.id)) this.#results.set(result.id, result);
  }

  async #read(id: string): Promise<IndexedPage> {
    const data = await this.#results.get(id)?.data();
    if (!data) throw new Error(`No result has the id ${id}.`);
    const text = (data.raw_content ?? data.content).replace(/&lt;/g, '<').replace(/&gt;/g, '>');
    return {
      url: data.url,
      words: text.split('\u200B'),
      meta: data.meta,
      anchors: data.anchors ?? [],
    };
  }

  #start(): Promise<Started> {
    this.#started ??= this.#begin();
    return this.#started;
  }
}

/** A browser keeps to a script that it has loaded, or couldn't load: only another `version` of it is asked for again. */
export async function start(version = 0): Promise<Started> {
  const script = assetHref(`pagefind/pagefind.js${version > 0 ? `?${version}` : ''}`);
  const [module, entry] = await Promise.all([
    import(/* @vite-ignore */ script) as Promise<{
      createInstance(options: object): PagefindInstance;
    }>,
    readEntry(),
  ]);
  const page = document.documentElement;
  const language = page.lang;
  page.lang = 'en';
  const instance = module.createInstance({});
  page.lang = language;
  return { instance, ...entry };
}

async function readEntry(): Promise<Entry> {
  const response = await fetch(assetHref('pagefind/pagefind-entry.json'), { cache: 'no-store' });
  if (!response.ok) throw new Error(`The search index answers ${response.status}.`);
  const { languages } = (await response.json()) as {
    languages: Record<string, { hash: string; page_count: number }>;
  };
  const indexes = Object.values(languages);
  return {
    size: Math.max(...indexes.map((index) => index.page_count)),
    digest: indexes.map((index) => index.hash).join(),
  };
}
