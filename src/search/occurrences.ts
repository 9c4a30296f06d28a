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
/** The halves of a longer word would be too many to ask for. */
const longestSplit = 16;

export async function findWord(word: QueryWord, index: PaperIndex): Promise<Occurrences> {
  return word.kind === 'han' ? findRun(word.text, index) : findForms(word, index);
}

/** Where a run of Chinese characters stands, all of it. */
export async function findRun(run: string, index: PaperIndex): Promise<Occurrences> {
  if ([...run].length === 1) {
    return join([
      { postings: await index.word(run), exact: true },
      { postings: await index.prefix(run), exact: true },
    ]);
  }
  const pairs = await Promise.all(pairsOf(run).map((pair) => index.word(pair)));
  return join([{ postings: follow(pairs, 0, 1), exact: true }]);
}

async function findForms(word: QueryWord, index: PaperIndex): Promise<Occurrences> {
  const { forms, parts } = word;
  const [asked, sequence] = await Promise.all([
    Promise.all(forms.map((form) => index.word(form))),
    parts.length > 1 ? findSequence(parts, index) : undefined,
  ]);
  const found = asked.map((postings, place) => ({ postings, exact: place === 0 }));
  if (sequence) found.push({ postings: sequence, exact: true });
  const whole = join(found);
  if (whole.size > 0) return whole;
  const text = forms[0] ?? '';
  if (text.length < 2) return whole;
  const halves = await findHalves(text, index);
  if (halves.size > 0) return join([{ postings: halves, exact: true }]);
  return join([{ postings: await findBeginning(text, index), exact: false }]);
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
  return follow(await Promise.all(parts.map((part) => index.word(part))), 1, hyphen);
}

async function findHalves(text: string, index: PaperIndex): Promise<Postings> {
  if (text.length < 4 || text.length > longestSplit) return new Map();
  const cuts = Array.from({ length: text.length - 3 }, (_, place) => place + 2);
  const found = await Promise.all(
    cuts.map((cut) => findSequence([text.slice(0, cut), text.slice(cut)], index)),
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
      if (!known) joined.set(page, { starts: [...starts], exact });
      else {
        known.starts = [...new Set([...known.starts, ...starts])].sort((a, b) => a - b);
        known.exact ||= exact;
      }
    }
  }
  return joined;
}
