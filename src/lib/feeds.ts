/** What feeds of papers hold, for RSS and for JSON Feed alike. */
import { cutText } from '../papers/entry-text.ts';
import { pathSegment } from '../papers/path-segment.ts';
import { arxivDoi, doiAddress } from '../papers/web-address.ts';
import { bodyInFeed } from './body-html.ts';
import {
  countPages,
  feedPages,
  papersOnPage,
  type FeedPages,
  type FeedSource,
} from './feed-pages.ts';
import { languageTags, type Language } from './language.ts';
import { fullAddress, linksIn, type FeedFormat } from './links.ts';
import { textOf } from './body-text.ts';
import type { Library } from './library.ts';
import { outsideLinks } from './outside-links.ts';
import type { Paper } from './papers.ts';
import { siteStrings } from './strings/site.ts';
import { tagNameIn, tagNames } from './tags.ts';

export interface FeedItem {
  /** The paper's slug: the same in every feed, language and host. */
  id: string;
  /** Plain text, as are all texts but `html`. */
  title: string;
  /** The paper's page, in the language of the feed. */
  page: string;
  /** The day of the first version; the first day of the month where only that is known. In UTC. */
  date: Date;
  /** When the entry last changed, where that is known. */
  changed?: Date;
  summary: string;
  /** Abstract and notes; missing where the item tells its summary only. */
  html?: string;
  authors: string[];
  /** Names of terms and topics, and arXiv's categories. */
  categories: string[];
  /** The address of the preprint's DOI. */
  doi?: string;
}

export interface Feed {
  title: string;
  description: string;
  /** `lang` of the channel; the texts say their own. */
  language: string;
  /** The page that the feed is of. */
  page: string;
  /** When a paper of the feed last changed, where that is known. */
  changed?: Date;
  pages: Record<FeedFormat, FeedPages>;
  items: FeedItem[];
}

/** A page of a feed, from 1: the newest papers first. */
export async function buildFeed(library: Library, source: FeedSource, page = 1): Promise<Feed> {
  const { language, tag } = source;
  const t = siteStrings[language];
  const link = linksIn(language);
  const name = tag && tagNameIn(tag, language).name;
  const papers = tag?.papers ?? library.papers;
  const count = countPages(papers);
  const changed = newestChange(papers);
  // A tag's feed repeats what the feed of all papers holds: past its first page it tells summaries.
  const isFull = tag === undefined || page === 1;
  return {
    title: name === undefined ? t.siteName : `${name} · ${t.siteName}`,
    description: t.description,
    language: languageTags[language],
    page: fullAddress(tag ? link.tag(tag.id) : link.index()),
    ...(changed ? { changed } : {}),
    pages: {
      xml: feedPages(source, count, 'xml', page),
      json: feedPages(source, count, 'json', page),
    },
    items: await Promise.all(
      papersOnPage(papers, page).map((paper) => toItem(paper, library, language, isFull)),
    ),
  };
}

async function toItem(
  paper: Paper,
  { entries, topics }: Library,
  language: Language,
  isFull: boolean,
): Promise<FeedItem> {
  const { id, segment, title, titleZh, date, arxiv, changed, metadata } = paper;
  const entry = entries.get(segment);
  return {
    id,
    title: titleZh === undefined ? title : `${title} · ${titleZh}`,
    page: fullAddress(linksIn(language).paper(segment)),
    date: new Date(metadata?.published ?? `${date}-01`),
    ...(changed ? { changed: new Date(changed) } : {}),
    summary: cutText(entry ? textOf(entry).abstract : '', 300) || (titleZh ?? title),
    ...(isFull ? { html: await contentOf(paper, entry?.body ?? '', language) } : {}),
    authors: metadata?.authors ?? [],
    categories: [
      ...new Set([
        ...tagNames(paper, topics).map((tag) => tagNameIn(tag, language).name),
        ...(metadata?.categories ?? []),
      ]),
    ],
    ...(arxiv ? { doi: doiAddress(arxivDoi(arxiv)) } : {}),
  };
}

function newestChange(papers: readonly Paper[]): Date | undefined {
  const times = papers.flatMap(({ changed }) => (changed ? [Date.parse(changed)] : []));
  return times.length > 0 ? new Date(times.reduce((a, b) => Math.max(a, b))) : undefined;
}

/** By page: the feeds of all papers and of each tag ask for the same. */
const contents = new Map<string, Promise<string>>();

function contentOf(paper: Paper, body: string, language: Language): Promise<string> {
  const link = linksIn(language);
  const page = fullAddress(link.paper(paper.segment));
  const known = contents.get(page);
  if (known) return known;
  const list = fullAddress(link.list(pathSegment(paper.lists[0]?.id ?? '')));
  const links = outsideLinks(paper, siteStrings[language]);
  const content = bodyInFeed(body, { page, list, links });
  contents.set(page, content);
  return content;
}
