/** What feeds of papers hold, for RSS and for JSON Feed alike. */
import { languageTags, type Language } from './language.ts';
import { feedHref, fullAddress, linksIn } from './links.ts';
import { textOf, type Library } from './library.ts';
import { outsideLinks } from './outside-links.ts';
import type { Paper } from './papers.ts';
import { siteStrings } from './strings/site.ts';
import { tagNameIn, topicNames, type Tag } from './tags.ts';
import { bodyInFeed } from './body-html.ts';
import { pathSegment } from '../papers/path-segment.ts';
import { cutText } from '../papers/entry-text.ts';

export interface FeedItem {
  /** The paper's slug: the same in every feed, language and host. */
  id: string;
  title: string;
  /** The paper's page, in the language of the feed. */
  page: string;
  /** The lists give months: the first day of one, in UTC. */
  date: Date;
  summary: string;
  html: string;
  topics: string[];
}

export interface Feed {
  title: string;
  description: string;
  /** `lang` of the channel; the texts say their own. */
  language: string;
  /** The page that the feed is of. */
  page: string;
  /** Addresses of the feed itself. */
  rss: string;
  json: string;
  items: FeedItem[];
}

/** Readers poll a feed for what is new; the rest is on the site. */
const MOST_ITEMS = 100;

/** The feed of all papers, or of a tag's. */
export async function buildFeed(library: Library, language: Language, tag?: Tag): Promise<Feed> {
  const t = siteStrings[language];
  const link = linksIn(language);
  const name = tag && tagNameIn(tag, language).name;
  const papers = (tag?.papers ?? library.papers).slice(0, MOST_ITEMS);
  return {
    title: name === undefined ? t.siteName : `${name} · ${t.siteName}`,
    description: t.description,
    language: languageTags[language],
    page: fullAddress(tag ? link.tag(tag.id) : link.index()),
    rss: fullAddress(feedHref(language, 'xml', tag?.id)),
    json: fullAddress(feedHref(language, 'json', tag?.id)),
    items: await Promise.all(papers.map((paper) => toItem(paper, library, language))),
  };
}

async function toItem(paper: Paper, library: Library, language: Language): Promise<FeedItem> {
  const { id, segment, title, titleZh, date } = paper;
  const entry = library.entries.get(segment);
  const page = fullAddress(linksIn(language).paper(segment));
  return {
    id,
    title: titleZh === undefined ? title : `${title} · ${titleZh}`,
    page,
    date: new Date(`${date}-01T00:00:00Z`),
    summary: cutText(entry ? textOf(entry).abstract : '', 300) || (titleZh ?? title),
    html: await contentOf(paper, entry?.body ?? '', language),
    topics: topicNames(paper, library.topics).map((topic) => tagNameIn(topic, language).name),
  };
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
