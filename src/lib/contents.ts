/** The contents list of a paper: its headings as a tree. */

export interface FlatHeading {
  depth: number;
  slug: string;
  text: string;
}

export interface ContentsItem extends FlatHeading {
  children: ContentsItem[];
}

/** Headings of a page with the texts of their entry: a page's own are in pieces where a formula is set. */
export function nameHeadings(
  headings: readonly FlatHeading[],
  texts: readonly string[],
): FlatHeading[] {
  return headings.map((heading, place) => ({ ...heading, text: texts[place] ?? heading.text }));
}

/** Nests headings beneath the nearest shallower one. */
export function nestHeadings(headings: readonly FlatHeading[]): ContentsItem[] {
  const root: ContentsItem[] = [];
  const open: ContentsItem[] = [];
  for (const heading of headings) {
    const item = { ...heading, children: [] };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    (open.at(-1)?.children ?? root).push(item);
    open.push(item);
  }
  return root;
}
