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

/** Every fragment of the lists, in the order of the pages that they lead to. */
export function fragmentMap(
  lists: readonly ListAnchors[],
  { ofList, ofPaper, idsOnPaper }: FragmentPages,
): FragmentPage[] {
  const pages = new Map<string, Map<string, string[]>>();
  const known = new Set<string>();
  for (const list of lists) {
    for (const { ids, paper, heading } of list.anchors) {
      const fresh = ids.filter((id) => !known.has(id));
      const [first] = ids;
      if (fresh.length === 0 || first === undefined) continue;
      for (const id of fresh) known.add(id);
      const page = paper === undefined ? ofList(list.id) : ofPaper(paper);
      const onPage = paper === undefined ? undefined : idsOnPaper(paper);
      const target =
        (heading === undefined ? onPage?.title : onPage?.headings[heading]) ??
        onPage?.title ??
        first;
      const targets = pages.get(page) ?? new Map<string, string[]>();
      targets.set(target, [...(targets.get(target) ?? []), ...fresh]);
      pages.set(page, targets);
    }
  }
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
