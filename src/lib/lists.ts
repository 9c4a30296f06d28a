/** The lists as their pages show them: their papers in their own order, with the ids that fragments lead to. */
import { getCollection } from 'astro:content';
import { pageIds, type PageIds } from '../papers/anchors/page-ids.ts';
import type { ListAnchors } from '../papers/anchors/schema.ts';
import { pathSegment } from '../papers/path-segment.ts';
import { bodyInPage } from './body-html.ts';
import type { Library } from './library.ts';
import type { Paper } from './papers.ts';

export interface List {
  /** The list's file name without `.md`. */
  id: string;
  /** The last part of its page's address. */
  segment: string;
  title: string;
  /** In the order of the list. */
  papers: Paper[];
  anchors: ListAnchors;
}

/** All lists, in the order of their file names. */
export async function loadLists({ papers }: Pick<Library, 'papers'>): Promise<List[]> {
  const anchored = (await getCollection('lists')).map(({ data }) => data);
  anchored.sort((a, b) => (a.id < b.id ? -1 : 1));
  const bySegment = new Map(papers.map((paper) => [paper.segment, paper]));
  return anchored.map((anchors) => ({
    id: anchors.id,
    segment: pathSegment(anchors.id),
    title: anchors.title,
    papers: anchors.anchors.flatMap(({ paper, heading }) => {
      const listed = heading === undefined && paper !== undefined && bySegment.get(paper);
      return listed ? [listed] : [];
    }),
    anchors,
  }));
}

export interface ListedBody {
  paper: Paper;
  /** The ids of the paper's own heading. */
  ids: string[];
  html: string;
}

export interface ListPage {
  titleIds: string[];
  notesIds: string[];
  bodies: ListedBody[];
}

/** The level of the papers' titles on a list's page. */
export const TITLE_LEVEL = 3;

const pages = new Map<string, Promise<ListPage>>();

/** The parts of a list's page that are the same in each language, made once. */
export function listPage(list: List, entries: Library['entries']): Promise<ListPage> {
  const page = pages.get(list.id) ?? renderList(list, entries);
  pages.set(list.id, page);
  return page;
}

async function renderList(list: List, entries: Library['entries']): Promise<ListPage> {
  const ids = pageIds(list.anchors);
  const bodies: ListedBody[] = [];
  for (const paper of list.papers) bodies.push(await renderPaper(paper, list, ids, entries));
  return { titleIds: ids.of({}), notesIds: ids.of({ notes: true }), bodies };
}

async function renderPaper(
  paper: Paper,
  list: List,
  ids: PageIds,
  entries: Library['entries'],
): Promise<ListedBody> {
  const { segment } = paper;
  const own = ids.of({ paper: segment });
  const source = paper.lists[0]?.id ?? list.id;
  const html = await bodyInPage(entries.get(segment)?.body ?? '', {
    level: TITLE_LEVEL,
    idsOf: (heading, text) => {
      const known = ids.of({ paper: segment, heading });
      return known.length > 0 ? known : [ids.fresh(text)];
    },
    footnotePrefix: `${segment}-note-`,
    // Relative, for the pages in each language.
    ...(source === list.id ? {} : { ownList: `../${encodeURI(pathSegment(source))}/` }),
  });
  return { paper, ids: own.length > 0 ? own : [ids.fresh(paper.title)], html };
}
