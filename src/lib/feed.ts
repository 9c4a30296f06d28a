/**
 * Feeds: what a feed says, whatever its format. The newest papers with their full text; a reader who wants
 * all of them takes papers.json.
 */
import { cutText } from '../papers/entry-text.ts';
import { pathSegment } from '../papers/path-segment.ts';
import { secureAddress } from '../papers/web-address.ts';
import { bodyInFeed } from './body-html.ts';
import { languageTags, type Language } from './language.ts';
import { textOf, type Library } from './library.ts';
import { linksIn, type FeedFormat } from './links.ts';
import type { Paper } from './papers.ts';
import { siteStrings } from './strings/site.ts';
import { tagNameIn, termNames, topicNames, type Tag } from './tags.ts';

export interface FeedItem {
  /** The address of the paper's English page, in the feeds of both languages: it names the paper. */
  id: string;
  url: string;
  title: string;
  summary: string;
  html: string;
  published: Date;
  tags: string[];
  /** The paper's own page elsewhere. */
  source: string | undefined;
}

export interface Feed {
  title: string;
  description: string;
  /** As `lang` takes it. */
  language: string;
  /** The page that the feed is of. */
  page: string;
  /** The feed's own address in each format. */
  self: Record<FeedFormat, string>;
  items: FeedItem[];
}

/** So many papers are in a feed. */
const MOST = 100;

/** So many characters of an abstract are its summary. */
const SUMMARY_LENGTH = 300;

/** The feed of all papers, or of a tag's. `site` is the origin that addresses begin with. */
export async function makeFeed(
  { papers, topics, entries }: Library,
  language: Language,
  site: URL | undefined,
  tag?: Tag,
): Promise<Feed> {
  const t = siteStrings[language];
  const link = linksIn(language);
  const absolute = (path: string) => new URL(path, site).href;
  const name = tag && tagNameIn(tag, language).name;
  const shown = (tag?.papers ?? papers).slice(0, MOST);
  const items = shown.map(async (paper): Promise<FeedItem> => {
    const entry = entries.get(paper.segment);
    const { abstract } = entry ? textOf(entry) : { abstract: '' };
    const url = absolute(link.paper(paper.segment));
    return {
      id: absolute(linksIn('en').paper(paper.segment)),
      url,
      title: paper.title,
      summary:
        (language === 'zh' && paper.titleZh) || cutText(abstract, SUMMARY_LENGTH) || paper.title,
      html: await feedBody(paper, entry?.body ?? '', language, {
        page: url,
        list: absolute(link.list(pathSegment(paper.lists[0]?.id ?? ''))),
        links: [
          { label: t.linkPaper, href: paper.links.paper },
          { label: t.linkPdf, href: paper.links.pdf },
          { label: t.linkCode, href: paper.links.code },
        ].flatMap(({ label, href }) => (href ? [{ label, href: secureAddress(href) }] : [])),
      }),
      // The lists give months. Their first day is as good as any, and stays.
      published: new Date(`${paper.date}-01T00:00:00Z`),
      tags: [...termNames(paper), ...topicNames(paper, topics)].map(
        (tag) => tagNameIn(tag, language).name,
      ),
      source: paper.links.paper && secureAddress(paper.links.paper),
    };
  });
  return {
    title: name === undefined ? t.siteName : `${name} · ${t.siteName}`,
    description:
      tag && name !== undefined
        ? t.tagDescription(
            [...(tag.isTerm ? [t.term] : []), ...(tag.isTopic ? [t.topic] : [])].join(t.comma),
            name,
            t.paperCount(tag.papers.length),
          )
        : t.description,
    language: languageTags[language],
    page: absolute(tag ? link.tag(tag.id) : link.index()),
    self: { xml: absolute(link.feed('xml', tag?.id)), json: absolute(link.feed('json', tag?.id)) },
    items: await Promise.all(items),
  };
}

/** By language and paper: each feed of a tag asks once more. */
const bodies = new Map<string, Promise<string>>();

function feedBody(
  { segment }: Paper,
  body: string,
  language: Language,
  origin: Parameters<typeof bodyInFeed>[1],
): Promise<string> {
  const key = `${language} ${segment}`;
  const html = bodies.get(key) ?? bodyInFeed(body, origin);
  bodies.set(key, html);
  return html;
}
