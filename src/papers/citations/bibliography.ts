/** Papers in the formats that reference managers read, one by one and as files of many. */
import type { PaperMetadata } from '../metadata/schema.ts';
import { renderBibtex } from './bibtex.ts';
import {
  chineseTitle,
  publicationNote,
  toCslItem,
  type CitedPaper,
  type CslItem,
} from './csl-item.ts';
import { joinEntries, type CitationFormat } from './join-entries.ts';
import { renderRis } from './ris.ts';

export const formatNames: Record<CitationFormat, string> = {
  bib: 'BibTeX',
  ris: 'RIS',
  json: 'CSL-JSON',
};

export const mediaTypes: Record<CitationFormat, string> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};

/** A paper as it is cited. */
export interface Citation {
  /** The paper's slug. */
  id: string;
  item: CslItem;
  bibtex: string;
  ris: string;
}

/** `title` is the list's own, LaTeX and all; `metadata` that of the paper, see chooseMetadata. */
export function citePaper(paper: CitedPaper, metadata?: PaperMetadata): Citation {
  const item = toCslItem(paper, metadata);
  const { id, title, links, keywords = [] } = paper;
  const primaryClass = metadata?.categories[0];
  return {
    id,
    item,
    bibtex: renderBibtex(item, { title, primaryClass }),
    ris: renderRis(item, {
      titleZh: chineseTitle(paper),
      pdf: links.pdf,
      keywords,
      note: publicationNote(metadata),
    }),
  };
}

/** One entry of a file; joinEntries makes the file of several. */
export function renderEntry({ bibtex, ris, item }: Citation, format: CitationFormat): string {
  if (format === 'json') return inFewerLines(JSON.stringify(item, null, 2));
  return format === 'bib' ? bibtex : ris;
}

/** The file of these papers. Two entries on one arXiv paper share a key: the first is named, once. */
export function renderBibliography(citations: readonly Citation[], format: CitationFormat): string {
  return joinEntries(
    namedEntries(citations, format).map(([, entry]) => entry),
    format,
  );
}

/** The entry to name for each paper, by its slug: of those that share a key, that of the first. */
export function entriesById(
  citations: readonly Citation[],
  format: CitationFormat,
): Map<string, string> {
  return new Map(namedEntries(citations, format));
}

function namedEntries(
  citations: readonly Citation[],
  format: CitationFormat,
): [id: string, entry: string][] {
  const byKey = new Map<string, string>();
  return citations.map((citation) => {
    const entry = byKey.get(citation.item.id) ?? renderEntry(citation, format);
    byKey.set(citation.item.id, entry);
    return [citation.id, entry];
  });
}

/** A date in one line. Text can't be mistaken for one: its line breaks are escaped. */
function inFewerLines(json: string): string {
  return json.replace(/\[\n\s*\[\n[\d,\s]*\]\n\s*\]/g, (date) =>
    date.replace(/\s+/g, '').replaceAll(',', ', '),
  );
}
