/** Papers in the formats that reference managers read, one by one and as files of many. */
import type { PaperMetadata } from '../metadata/schema.ts';
import { renderBibtex } from './bibtex.ts';
import { toCslItem, type CitedPaper, type CslItem } from './csl-item.ts';
import { renderRis } from './ris.ts';

/** By the ending of their files, in the order that readers are offered them. */
export const citationFormats = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

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
  const { title, arxiv } = paper;
  return {
    id: paper.id,
    item,
    bibtex: renderBibtex(item, { title, arxiv, primaryClass: metadata?.categories[0] }),
    ris: renderRis(item),
  };
}

/** The file of these papers. Two entries on one arXiv paper share a key: it is named once. */
export function renderBibliography(citations: readonly Citation[], format: CitationFormat): string {
  const keys = new Set<string>();
  const distinct = citations.filter(({ item }) => !keys.has(item.id) && keys.add(item.id));
  switch (format) {
    case 'bib':
      return distinct.map(({ bibtex }) => bibtex).join('\n');
    case 'ris':
      return distinct.map(({ ris }) => ris).join('');
    case 'json':
      return `${JSON.stringify(
        distinct.map(({ item }) => item),
        null,
        2,
      )}\n`;
  }
}
