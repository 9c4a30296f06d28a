/** Where the words of a query stand, put together from what the index knows of their forms and pairs. */
import { foldText } from './fold.ts';
import type { PaperIndex, Postings } from './pagefind-index.ts';
import { pairsOf, type QueryWord } from './query.ts';

export interface Occurrence {
  /** Positions, in order. */
  starts: number[];
  /** Whether the word stands there as it was typed, not in another form. */
  exact: boolean;
}

/** By page. */
export type Occurrences = Map<string, Occurrence>;

/** A hyphen between two parts of a word takes a position of its own. */
const hyphen = 2;
/** A pair begins at most two words behind the one before. */
const pairLength = 2;
/** The halves of a longer word would be too many to ask for. */
const longestSplit = 16;

/**
 * Where a word of the query stands. Without `positions` only the first place in each page is known, which the
 * index tells much faster; and a Chinese run is then said to stand where all its pairs do, in any order.
 */
export async function findWord(
  word: QueryWord,
  index: PaperIndex,
  positions: boolean,
): Promise<Occurrences> {
  return word.kind === 'han'
    ? findRun(word.text, index, positions)
    : findForms(word, index, positions);
}

/** Where a run of Chinese characters stands. */
export async function findRun(
  run: string,
  index: PaperIndex,
  positions: boolean,
): Promise<Occurrences> {
  if ([...run].length === 1) {
    return join([
      { postings: await index.word(run), exact: true },
      { postings: await index.prefix(run), exact: true },
    ]);
  }
  const pairs = await Promise.all(
    pairsOf(run).map((pair) => findAll([pair], pair, index, positions)),
  );
  return join([
    { postings: positions ? follow(pairs, 0, pairLength) : together(pairs), exact: true },
  ]);
}

async function findForms(
  word: QueryWord,
  index: PaperIndex,
  positions: boolean,
): Promise<Occurrences> {
  const { forms, parts, joined } = word;
  const text = forms[0] ?? '';
  const [all, exact, compound, sequence] = await Promise.all([
    findAll(forms, beginningOf(forms), index, positions),
    index.word(text),
    findAll(joined, text, index, false),
    parts.length > 1 ? findSequence(parts, index) : undefined,
  ]);
  const whole = join([
    { postings: exact, exact: true },
    { postings: all, exact: false },
    { postings: compound, exact: false },
    ...(sequence ? [{ postings: sequence, exact: true }] : []),
  ]);
  if (whole.size > 0) return whole;
  // A single letter begins too many words.
  if (text.length < 2) return whole;
  const begun = await findBeginning(text, index);
  if (begun.size > 0) return join([{ postings: begun, exact: false }]);
  return join([{ postings: await findHalves(text, index), exact: true }]);
}

/**
 * Where some words stand: the first position in each page that holds one of them, or all of them. `beginning` is
 * what the words begin with: positions of other words that do are then among these.
 */
async function findAll(
  words: readonly string[],
  beginning: string,
  index: PaperIndex,
  positions: boolean,
): Promise<Postings> {
  const asked = await Promise.all(words.map((word) => index.word(word)));
  const found = new Map(asked.flatMap((postings) => [...postings]));
  if (!positions || found.size === 0 || /^[a-z0-9]{1,2}$/.test(beginning)) return found;
  const all = await index.prefix(beginning);
  return new Map([...found].map(([page, first]) => [page, all.get(page) ?? first]));
}

/** The pages that hold all, with where the first stands. */
function together(words: readonly Postings[]): Postings {
  const [first, ...others] = words;
  return new Map([...(first ?? [])].filter(([page]) => others.every((word) => word.has(page))));
}

/** What all forms begin with, if that says enough; else the word as it was typed. */
function beginningOf(forms: readonly string[]): string {
  const [text = '', ...others] = forms;
  let length = text.length;
  for (const form of others) while (!form.startsWith(text.slice(0, length))) length--;
  return length < 4 ? text : text.slice(0, length);
}

/** Words that begin with the text, or with what is left of a word that no paper holds. */
export async function findBeginning(text: string, index: PaperIndex): Promise<Postings> {
  const postings = await index.prefix(text);
  const [first] = postings;
  if (!first) return postings;
  // Where no word begins with the text, Pagefind answers with one that the text begins with: look at the page.
  const [id, positions] = first;
  const { words } = await index.page(id);
  const isThere = positions.some((position) =>
    foldText(words[position] ?? '')
      .text.replace(/[.'’,]/g, '')
      .includes(text),
  );
  return isThere ? postings : new Map();
}

/** `med` and `vqa`, with nothing but a hyphen between. */
async function findSequence(parts: readonly string[], index: PaperIndex): Promise<Postings> {
  return follow(
    await Promise.all(parts.map((part) => findAll([part], part, index, true))),
    1,
    hyphen,
  );
}

async function findHalves(text: string, index: PaperIndex): Promise<Postings> {
  if (text.length < 4 || text.length > longestSplit) return new Map();
  const cuts = Array.from({ length: text.length - 3 }, (_, place) => place + 2);
  const found = await Promise.all(
    cuts.map(async (cut): Promise<Postings> => {
      const halves = [text.slice(0, cut), text.slice(cut)];
      const [first, second] = await Promise.all(halves.map((half) => index.word(half)));
      const isBoth = [...(first?.keys() ?? [])].some((page) => second?.has(page));
      return isBoth ? findSequence(halves, index) : new Map();
    }),
  );
  return new Map(found.flatMap((postings) => [...postings]));
}

/** Where all stand one after the other, each `least` to `most` positions behind the one before. */
function follow(sequence: readonly Postings[], least: number, most: number): Postings {
  const [first, ...rest] = sequence;
  const result = new Map<string, number[]>();
  for (const [page, starts] of first ?? []) {
    const others = rest.map((postings) => postings.get(page));
    if (others.some((positions) => !positions)) continue;
    const kept = starts.filter((start) => {
      let ends = [start];
      for (const positions of others) {
        ends = (positions ?? []).filter((position) =>
          ends.some((end) => position - end >= least && position - end <= most),
        );
        if (ends.length === 0) return false;
      }
      return true;
    });
    if (kept.length > 0) result.set(page, kept);
  }
  return result;
}

function join(found: readonly { postings: Postings; exact: boolean }[]): Occurrences {
  const joined: Occurrences = new Map();
  for (const { postings, exact } of found) {
    for (const [page, starts] of postings) {
      const known = joined.get(page);
      // What has no place isn't in the text as it was typed: a compound whose parts stand there with hyphens.
      const isExact = exact && starts.length > 0;
      if (!known) joined.set(page, { starts: [...starts], exact: isExact });
      else {
        known.starts = [...new Set([...known.starts, ...starts])].sort((a, b) => a - b);
        known.exact ||= isExact;
      }
    }
  }
  return joined;
}
