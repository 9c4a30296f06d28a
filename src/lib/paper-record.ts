/** What is known of a paper beside its text, for programs: papers.json and the Markdown twins say the same. */
import type { CataloguedPaper } from '../papers/catalogue.ts';
import { arxivDoi } from '../papers/web-address.ts';
import type { Paper } from './papers.ts';

export type PaperRecord = Omit<CataloguedPaper, 'lists' | 'abstract' | 'pages' | 'markdown'>;

/** What is not known is left out. */
export function paperRecord(paper: Paper): PaperRecord {
  const { id, title, titleZh, date, arxiv, links, terms, topics, metadata } = paper;
  const { authors, categories, doi, journalRef, published, updated } = metadata ?? {};
  return {
    id,
    title,
    ...known({ titleZh, authors }),
    date,
    ...known({ published, updated, arxiv, doi: arxiv && arxivDoi(arxiv) }),
    ...known({ publishedDoi: doi, journalRef, categories }),
    links,
    terms,
    topics,
  };
}

type Known<T> = { [K in keyof T]?: NonNullable<T[K]> };

function known<T extends object>(facts: T): Known<T> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Known<T>;
}
