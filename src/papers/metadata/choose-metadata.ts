/** Joins papers and metadata: what is missing or is another paper's is reported, never used. */
import { latexToText } from '../latex-text.ts';
import type { Place, Problem } from '../problem.ts';
import type { PaperEntry } from '../schema.ts';
import { isSameTitle } from './match-title.ts';
import type { Metadata, PaperMetadata } from './schema.ts';

/** The paper's metadata; undefined where there is none or it contradicts the list. */
export function chooseMetadata(
  { arxiv, title }: Pick<PaperEntry, 'arxiv' | 'title'>,
  { papers }: Metadata,
): PaperMetadata | undefined {
  const found = arxiv !== undefined && Object.hasOwn(papers, arxiv) ? papers[arxiv] : undefined;
  return found && (found.confirmed || isSameTitle(title, found.title)) ? found : undefined;
}

/** A warning where a paper with an arXiv identifier goes without metadata. */
export function checkMetadata(
  paper: Pick<PaperEntry, 'arxiv' | 'title'>,
  metadata: Metadata,
  place: Place,
): Problem[] {
  const { arxiv, title } = paper;
  if (arxiv === undefined || chooseMetadata(paper, metadata)) return [];
  const found = Object.hasOwn(metadata.papers, arxiv) ? metadata.papers[arxiv] : undefined;
  if (!found) {
    return [
      {
        ...place,
        name: 'METADATA_MISSING',
        severity: 'warning',
        what: `There is no metadata of ${arxiv}, "${latexToText(title)}".`,
        todo:
          'Run "npm run metadata"; after that, see whether ' +
          `https://arxiv.org/abs/${arxiv} is there. The paper goes without authors.`,
      },
    ];
  }
  return [
    {
      ...place,
      name: 'METADATA_CONTRADICTS',
      severity: 'warning',
      what: `${arxiv} is "${latexToText(title)}" in the list and "${found.title}" at arXiv.`,
      todo: 'It is not used. If they are one paper, write "confirmed": true into its entry in metadata.json.',
    },
  ];
}
