/**
 * Where the site's index sends a fragment of a list. A place in a paper is on the paper's page; the list's own
 * headings are on the list's. Several lists may have the same fragment (each has an `abstract`): the first
 * list's counts. Whoever means another names it in the address, `/lists/<list>/#abstract`.
 */
import type { ListAnchors } from './schema.ts';

/** A page, by its address beneath the site's root, and the fragments that lead to each id on it. */
export interface FragmentPage {
  page: string;
  ids: Record<string, string[]>;
}

/** What the site knows of its pages. Addresses are percent-encoded and beneath the site's root. */
export interface FragmentPages {
  ofList(id: string): string;
  ofPaper(segment: string): string;
  /** The ids on a paper's page: of its title, and of its headings in order. */
  idsOnPaper(segment: string): { title: string; headings: string[] };
}

/**
 * Every fragment of the lists, in the order of the pages that they lead to; and slugs of old, `moved`, where no
 * list has them as a fragment.
 */
export function fragmentMap(
  lists: readonly ListAnchors[],
  { ofList, ofPaper, idsOnPaper }: FragmentPages,
  moved: readonly { slug: string; paper: string }[] = [],
): FragmentPage[] {
  const pages = new Map<string, Map<string, string[]>>();
  const known = new Set<string>();
  const add = (page: string, target: string, ids: readonly string[]) => {
    const fresh = ids.filter((id) => !known.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) known.add(id);
    const targets = pages.get(page) ?? new Map<string, string[]>();
    targets.set(target, [...(targets.get(target) ?? []), ...fresh]);
    pages.set(page, targets);
  };
  for (const { id, anchors } of lists) {
    for (const { ids, paper, heading } of anchors) {
      const [first] = ids;
      if (first === undefined) continue;
      if (paper === undefined) {
        add(ofList(id), first, ids);
        continue;
      }
      const { title, headings } = idsOnPaper(paper);
      add(ofPaper(paper), (heading === undefined ? title : headings[heading]) ?? title, ids);
    }
  }
  for (const { slug, paper } of moved) add(ofPaper(paper), idsOnPaper(paper).title, [slug]);
  return [...pages].map(([page, targets]) => ({ page, ids: Object.fromEntries(targets) }));
}

/** The page and the id that a fragment leads to; undefined where no list has it. */
export function findFragment(
  map: readonly FragmentPage[],
  fragment: string,
): { page: string; id: string } | undefined {
  for (const { page, ids } of map) {
    const found = Object.entries(ids).find(([, fragments]) => fragments.includes(fragment));
    if (found) return { page, id: found[0] };
  }
  return undefined;
}
