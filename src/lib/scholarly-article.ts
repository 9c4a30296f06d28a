/** A paper as schema.org and as Google Scholar read it. */
import type { CslItem } from '../papers/citations/csl-item.ts';
import { invertName, isTeam, type AuthorName } from '../papers/citations/author-name.ts';
import { doiAddress } from '../papers/web-address.ts';
import type { Paper } from './papers.ts';
import { textLanguage } from './text-language.ts';

/**
 * The `citation_*` tags, in order (Google Scholar's inclusion guidelines; Zotero's Embedded Metadata translator
 * reads the same). A paper whose authors are not known has no `citation_author`.
 */
export function citationTags(
  paper: Paper,
  item: CslItem,
  keywords: readonly string[],
): [name: string, content: string][] {
  const tags: [string, string | undefined][] = [
    ['citation_title', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['citation_author', invertName(name)]),
    ['citation_publication_date', dateOf(item, '/')],
    ['citation_arxiv_id', item.archive_location],
    ['citation_doi', item.DOI],
    ['citation_publisher', item.publisher],
    ['citation_language', textLanguage(item.title)],
    ['citation_abstract_html_url', item.URL],
    ['citation_pdf_url', paper.links.pdf],
    ['citation_abstract', item.abstract],
    ...keywords.map((keyword): [string, string] => ['citation_keywords', keyword]),
  ];
  return tags.flatMap(([name, content]) => (content ? [[name, content]] : []));
}

/** What a page says of the paper beside its citation. Addresses are absolute. */
export interface ArticlePage {
  /** What names the paper, the same on its page in each language. */
  id: string;
  url: string;
  description: string;
  /** Names of terms and topics. */
  keywords: readonly string[];
  image?: string | undefined;
}

/** A `ScholarlyArticle` (https://schema.org/ScholarlyArticle). */
export function scholarlyArticle(
  paper: Paper,
  item: CslItem,
  { id, url, description, keywords, image }: ArticlePage,
): object {
  const { DOI, archive_location: arxiv } = item;
  const identifiers = [
    ...(arxiv ? [{ propertyID: 'arXiv', value: arxiv }] : []),
    ...(DOI ? [{ propertyID: 'DOI', value: DOI }] : []),
  ];
  // The same text elsewhere. Where it was published it may be another.
  const elsewhere = [item.URL, DOI && doiAddress(DOI)].filter(Boolean);
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    '@id': id,
    url,
    mainEntityOfPage: url,
    headline: item.title,
    ...(paper.titleZh ? { alternateName: paper.titleZh } : {}),
    ...(item.author ? { author: item.author.map(toAgent) } : {}),
    datePublished: dateOf(item, '-'),
    inLanguage: textLanguage(item.title),
    description,
    ...(item.abstract ? { abstract: item.abstract } : {}),
    ...(item.version ? { version: item.version } : {}),
    ...(keywords.length > 0 ? { keywords } : {}),
    ...(identifiers.length > 0
      ? { identifier: identifiers.map((id) => ({ '@type': 'PropertyValue', ...id })) }
      : {}),
    ...(elsewhere.length > 0 ? { sameAs: elsewhere } : {}),
    ...(paper.links.pdf
      ? {
          encoding: {
            '@type': 'MediaObject',
            contentUrl: paper.links.pdf,
            encodingFormat: 'application/pdf',
          },
        }
      : {}),
    ...(item.publisher ? { publisher: { '@type': 'Organization', name: item.publisher } } : {}),
    ...(image ? { image } : {}),
  };
}

function toAgent(name: AuthorName): object {
  if ('literal' in name)
    return { '@type': isTeam(name.literal) ? 'Organization' : 'Person', name: name.literal };
  const { given, family, suffix, 'non-dropping-particle': particle } = name;
  return {
    '@type': 'Person',
    name: [given, particle, family, suffix].filter(Boolean).join(' '),
  };
}

/** JSON that may stand in a script element: nothing in it can end the element or open a comment. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** `2025/06`, with the day where it is known. */
export function dateOf({ issued }: CslItem, separator: string): string {
  return issued['date-parts'][0].map((part) => String(part).padStart(2, '0')).join(separator);
}
