/** The contents list of a paper: its headings as a tree. */
import { titleHeading } from '../papers/notes-section.ts';

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

/**
 * Nests headings beneath the nearest shallower one. The heading that carries the Chinese title goes without it here:
 * the head of the page has it.
 */
export function nestHeadings(headings: readonly FlatHeading[]): ContentsItem[] {
  const root: ContentsItem[] = [];
  const open: ContentsItem[] = [];
  for (const heading of headings) {
    const item = { ...heading, text: withoutTitle(heading.text), children: [] };
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    (open.at(-1)?.children ?? root).push(item);
    open.push(item);
  }
  return root;
}

/** `🌟 论文解读 | CAPO：…` is `🌟 论文解读`. */
function withoutTitle(text: string): string {
  return titleHeading.test(text) ? text.replace(/\s*[|｜].*$/su, '') : text;
}
