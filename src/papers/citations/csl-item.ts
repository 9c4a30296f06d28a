/**
 * A paper as CSL-JSON 1.0.2 (https://github.com/citation-style-language/schema), the model that BibTeX and RIS
 * are written from. It holds what the list says, what follows from an arXiv identifier, and what arXiv says
 * where content/metadata.json has it. Nothing else: a paper whose authors are not known has none.
 */
import { latexToText } from '../latex-text.ts';
import type { PaperMetadata } from '../metadata/schema.ts';
import type { PaperEntry } from '../schema.ts';
import { withoutVersion } from '../web-address.ts';
import { parseAuthorName, type AuthorName } from './author-name.ts';
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
  note?: string;
}

export type CitedPaper = Pick<PaperEntry, 'id' | 'title' | 'date' | 'arxiv' | 'links'>;

/** `metadata` is that of the paper, see chooseMetadata. */
export function toCslItem(paper: CitedPaper, metadata?: PaperMetadata): CslItem {
  const { title, date, arxiv, links } = paper;
  return {
    id: citationKey(paper),
    type: arxiv ? 'article' : 'document',
    title: latexToText(title).replace(/\s+/g, ' ').trim(),
    ...(metadata ? { author: metadata.authors.map(parseAuthorName) } : {}),
    issued: { 'date-parts': [(metadata?.published ?? date).split('-').map(Number)] },
    ...(arxiv ? arxivFields(arxiv) : {}),
    ...(metadata?.doi ? { DOI: metadata.doi } : {}),
    ...(links.paper ? { URL: links.paper } : {}),
    ...(metadata?.journalRef ? { note: `Published in: ${metadata.journalRef}` } : {}),
  };
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
    // Every arXiv paper has this one (https://info.arxiv.org/help/doi.html).
    DOI: `10.48550/arXiv.${id}`,
  };
}
