/**
 * A paper as CSL-JSON 1.0.2 (https://github.com/citation-style-language/schema), the model that BibTeX and RIS
 * are written from. It holds what the list says, what follows from an arXiv identifier, and what arXiv says
 * where content/metadata.json has it. Nothing else: a paper whose authors are not known has none.
 *
 * It is the record of the preprint, whose text the list links to. Where the paper was published is a note.
 */
import { latexToText } from '../latex-text.ts';
import type { PaperMetadata } from '../metadata/schema.ts';
import type { PaperEntry } from '../schema.ts';
import { withoutInvisible } from '../visible-text.ts';
import { arxivDoi, doiAddress, withoutVersion } from '../web-address.ts';
import { parseAuthors, type AuthorName } from './author-name.ts';
import { citationKey } from './citation-key.ts';

export interface CslItem {
  /** The citation key. */
  id: string;
  /** A preprint is an article that no journal published; of other papers the list doesn't say what they are. */
  type: 'article' | 'document';
  title: string;
  author?: AuthorName[];
  /** Year and month, and the day where arXiv gives it. */
  issued: { 'date-parts': [number[]] };
  archive?: 'arXiv';
  archive_location?: string;
  number?: string;
  version?: string;
  publisher?: 'arXiv';
  DOI?: string;
  URL?: string;
  language?: TitleLanguage;
  abstract?: string;
  /** Separated by commas. */
  keyword?: string;
  /** A line each. */
  note?: string;
}

type TitleLanguage = 'en' | 'zh-CN';

export interface CitedPaper extends Pick<
  PaperEntry,
  'id' | 'title' | 'titleZh' | 'date' | 'arxiv' | 'links'
> {
  /** Of the title. */
  language?: TitleLanguage;
  /** Plain text; empty where there is none. */
  abstract?: string;
  /** Names of terms and topics, in English. */
  keywords?: readonly string[];
}

/** `metadata` is that of the paper, see chooseMetadata. */
export function toCslItem(paper: CitedPaper, metadata?: PaperMetadata): CslItem {
  const { title, date, arxiv, links, language, abstract, keywords = [] } = paper;
  const chinese = chineseTitle(paper);
  const notes = [chinese && `Chinese title: ${chinese}`, publicationNote(metadata)].filter(Boolean);
  return {
    id: citationKey(paper),
    type: arxiv ? 'article' : 'document',
    title: oneLine(latexToText(title)),
    ...(metadata ? { author: parseAuthors(metadata.authors) } : {}),
    issued: { 'date-parts': [(metadata?.published ?? date).split('-').map(Number)] },
    ...(arxiv ? arxivFields(arxiv) : {}),
    ...(links.paper ? { URL: links.paper } : {}),
    ...(language ? { language } : {}),
    ...(abstract ? { abstract } : {}),
    ...(keywords.length > 0 ? { keyword: joinKeywords(keywords) } : {}),
    ...(notes.length > 0 ? { note: notes.join('\n') } : {}),
  };
}

/** The Chinese title of a paper whose own is another. */
export function chineseTitle({ title, titleZh }: Pick<CitedPaper, 'title' | 'titleZh'>) {
  const chinese = oneLine(titleZh ?? '');
  return chinese === '' || chinese === oneLine(latexToText(title)) ? undefined : chinese;
}

/** Where the paper was published, in one line. The DOI is given as an address: it is not this record's. */
export function publicationNote(metadata: PaperMetadata | undefined): string | undefined {
  const { journalRef, doi } = metadata ?? {};
  const where = [journalRef && oneLine(journalRef), doi && doiAddress(doi)].filter(Boolean);
  return where.length > 0 ? `Published in: ${where.join(', ')}` : undefined;
}

/** Separated by commas, so that none may hold one. */
export function joinKeywords(keywords: readonly string[]): string {
  return keywords.map((keyword) => oneLine(keyword.replaceAll(',', ' '))).join(', ');
}

function arxivFields(arxiv: string): Partial<CslItem> {
  const id = withoutVersion(arxiv);
  const version = /v(\d+)$/.exec(arxiv)?.[1];
  return {
    archive: 'arXiv',
    archive_location: id,
    number: `arXiv:${id}`,
    ...(version ? { version } : {}),
    publisher: 'arXiv',
    DOI: arxivDoi(arxiv),
  };
}

function oneLine(text: string): string {
  return withoutInvisible(text).replace(/\s+/g, ' ').trim();
}
