/** Finds what each fragment of a list led to when the list was a README on GitHub. */
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { bodyTree } from '../notes-tree.ts';
import type { ListedPaper, ParsedList } from '../parse-list.ts';
import { gitHubHeadings } from './github-headings.ts';
import type { Anchor, ListAnchors } from './schema.ts';

/** A list in both its forms; the repair changes characters within lines and never a line's number. */
export interface AnchoredList {
  list: ParsedList;
  received: string;
  repaired: string;
}

/** What the site shows of a paper: the segment of its address, and the body of its entry. */
export interface ShownPaper {
  segment: string;
  body: Root;
}

/** A heading of a body and the line of the list that it comes from, where that was a heading, too. */
interface BodyHeading {
  line?: number;
  text: string;
}

/**
 * The places of a list with their ids: the list's own slug of a paper, then what GitHub made of the heading in
 * the repaired list, then in the list as received. A heading that the site doesn't show as one lends its ids
 * to the place that it stands under. `shown` gives what the site shows of a slug.
 */
export function listAnchors(
  { list, received, repaired }: AnchoredList,
  shown: (slug: string) => ShownPaper | undefined,
): ListAnchors {
  const places = placesOf(list, shown);
  const claims = [repaired, received].map((text) =>
    gitHubHeadings(text).flatMap(({ line, id }) => {
      const place = placeAbove(places, line);
      return id !== '' && place ? [{ id, place }] : [];
    }),
  );
  const owners = new Map<string, Anchor>();
  for (const { id, place } of claims.flat()) if (!owners.has(id)) owners.set(id, place);
  // The index of the list links to its own spelling of a slug: where GitHub made it another one's, GitHub wins.
  for (const { slug, place } of places.papers) {
    if (owners.get(slug) === undefined || owners.get(slug) === place) place.ids.push(slug);
  }
  for (const [id, place] of owners) if (!place.ids.includes(id)) place.ids.push(id);
  return { id: list.id, title: list.title, anchors: places.inOrder };
}

interface Places {
  inOrder: Anchor[];
  papers: { slug: string; place: Anchor }[];
  /** The lines of headings, in order, with the places that they lead to. */
  lines: { line: number; place: Anchor }[];
}

function placesOf(list: ParsedList, shown: (slug: string) => ShownPaper | undefined): Places {
  const title: Anchor = { ids: [] };
  const places: Places = { inOrder: [title], papers: [], lines: [{ line: 1, place: title }] };
  if (list.notesLine !== undefined) {
    const place: Anchor = { notes: true, ids: [] };
    places.inOrder.push(place);
    places.lines.push({ line: list.notesLine, place });
  }
  for (const paper of list.papers) {
    const target = shown(paper.slug);
    if (!target) continue;
    const place: Anchor = { paper: target.segment, ids: [] };
    places.papers.push({ slug: paper.slug, place });
    places.inOrder.push(place);
    if (!paper.section) continue;
    places.lines.push({ line: paper.section.firstLine, place });
    for (const { line, heading } of headingPlaces(paper, target.body)) {
      const place: Anchor = { paper: target.segment, heading, ids: [] };
      places.inOrder.push(place);
      places.lines.push({ line, place });
    }
  }
  places.lines.sort((a, b) => a.line - b.line);
  return places;
}

/** The last place that begins at or above a line. */
function placeAbove({ lines }: Places, line: number): Anchor | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.line ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return lines[low - 1]?.place;
}

/**
 * The lines of a paper's headings in this list, each with its number in the body that the site shows. That
 * may be another list's: then headings of the same text are the same.
 */
function headingPlaces(paper: ListedPaper, body: Root): { line: number; heading: number }[] {
  const numbers = Map.groupBy(
    headingsOf(body).map(({ text }, heading) => ({ text, heading })),
    ({ text }) => text,
  );
  return ownHeadings(paper).flatMap(({ line, text }) => {
    const found = numbers.get(text)?.shift();
    return line !== undefined && found ? [{ line, heading: found.heading }] : [];
  });
}

/** The headings that a paper's section of this list makes, with their lines. */
function ownHeadings({ section }: ListedPaper): BodyHeading[] {
  if (!section) return [];
  const { abstractAt, notesAt, firstLine } = section;
  const hasAbstract = section.abstract !== '';
  return headingsOf(bodyTree(section)).map(({ line, text }, index) => {
    const at = hasAbstract && index === 0 ? abstractAt : notesAt[(line ?? 0) - 1];
    return { text, ...(at === undefined ? {} : { line: firstLine + 1 + at }) };
  });
}

/** The headings of a body; lines are those of the notes that it was parsed from. */
function headingsOf(body: Root): BodyHeading[] {
  const headings: BodyHeading[] = [];
  visit(body, 'heading', (node) => {
    const line = node.position?.start.line;
    headings.push({ text: toString(node), ...(line === undefined ? {} : { line }) });
  });
  return headings;
}
