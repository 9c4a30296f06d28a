/** The ids of a page that shows a whole list: those that its fragments had on GitHub, and new ones besides. */
import GithubSlugger from 'github-slugger';
import { CLOBBER_PREFIX } from './clobber-prefix.ts';
import type { Anchor, ListAnchors } from './schema.ts';

export interface PageIds {
  /** The ids of a place, the one to use first: of the list's title, its notes, a paper, a paper's heading. */
  of(place: Pick<Anchor, 'paper' | 'heading' | 'notes'>): string[];
  /** An id for a heading that had none. */
  fresh(text: string): string;
}

/** Every id is on the page once; where two places claim one, the id that GitHub gave wins. */
export function pageIds({ anchors }: ListAnchors): PageIds {
  const taken = new Set(anchors.flatMap(({ ids }) => ids));
  const places = new Map<string, string[]>();
  for (const { ids, ...place } of anchors) {
    const prefixed = ids.map((id) => CLOBBER_PREFIX + id).filter((id) => !taken.has(id));
    places.set(keyOf(place), [...ids, ...prefixed]);
  }
  const slugger = new GithubSlugger();
  for (const id of [...places.values()].flat()) slugger.occurrences[id] = 0;
  return {
    of: (place) => places.get(keyOf(place)) ?? [],
    // A heading of signs alone has no slug.
    fresh: (text) => slugger.slug(/[\p{L}\p{N}]/u.test(text) ? text : 'section'),
  };
}

function keyOf({ paper, heading, notes }: Pick<Anchor, 'paper' | 'heading' | 'notes'>): string {
  return JSON.stringify([paper ?? null, heading ?? null, notes ?? false]);
}
