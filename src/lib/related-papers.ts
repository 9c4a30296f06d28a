/** The papers that a paper's page points to as near. */
import { relatePapers } from '../papers/related.ts';
import { textOf } from './body-text.ts';
import type { Library } from './library.ts';
import type { Paper } from './papers.ts';

export interface Related {
  paper: Paper;
  /** Ids of the topics both have. */
  topics: string[];
  /** Words that both use. */
  words: string[];
}

/** More would be a list again. */
const MOST = 4;

/** The nearest of each paper, by its segment. */
export function relateLibrary({ papers, entries }: Library): Map<string, Related[]> {
  const compared = papers.map(({ segment, title, topics }) => {
    const entry = entries.get(segment);
    const { abstract, notes } = entry ? textOf(entry) : { abstract: '', notes: '' };
    return { topics, text: [title, abstract, notes].join('\n') };
  });
  return new Map(
    relatePapers(compared, MOST).map((related, index) => [
      papers[index]?.segment ?? '',
      related.flatMap(({ index, ...reason }) => {
        const paper = papers[index];
        // A reader is told why, or not sent there.
        const said = reason.topics.length + reason.words.length > 0;
        return paper && said ? [{ paper, ...reason }] : [];
      }),
    ]),
  );
}
