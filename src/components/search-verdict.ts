/** What is said of an answer: how many papers there are, or why there are none. The same on the page and in the dialog. */
import { longestQuery } from '../lib/search-question.ts';
import { shorten } from '../lib/shorten.ts';
import type { SearchAnswer } from '../search/engine.ts';
import { t } from './search-results.ts';

export interface Verdict {
  said: string;
  /** It quotes the query, which may be long: what has no room in the line may go. */
  isQuoting?: boolean;
  /** What helps on, in a line of its own. */
  note?: string | undefined;
}

const longestQuote = 80;

/** `typed` is the whole of what was typed: the query may be less. */
export function verdictOf(answer: SearchAnswer, typed: string): Verdict {
  const { query, hits, all, nearest } = answer;
  const cut = query.cut || typed.trim().length > longestQuery ? t.cut : undefined;
  if (hits.length > 0) {
    const said =
      hits.length < all.length ? t.foundOf(hits.length, all.length) : t.found(hits.length);
    return { said, note: cut };
  }
  if (all.length > 0) return { said: t.allHidden(all.length), note: cut };
  if (query.words.length === 0) return { said: t.noWords, note: t.knows };
  // What the query may have been meant to say has its place here, too.
  const help = nearest.length > 0 ? t.nearestAre : t.advice;
  const note = [cut, help].filter(Boolean).join(' ');
  return { said: t.none(shorten(query.typed, longestQuote)), isQuoting: true, note };
}
