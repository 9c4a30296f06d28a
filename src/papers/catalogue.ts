/** The lists as data for programs, `/papers.json`, and its schema. */
import { z } from 'zod';
import { paperMetadataSchema } from './metadata/schema.ts';
import { paperSchema } from './schema.ts';

/** Grows with each field that comes or goes: the schema knows no others. */
export const CATALOGUE_VERSION = 2;

const { id, title, titleZh, date, arxiv, terms } = paperSchema.shape;
const { authors, categories, doi, journalRef, published, updated } = paperMetadataSchema.shape;

const cataloguedPaper = z.strictObject({
  id: id.describe('The slug of the paper in its list, to the letter.'),
  title: title.describe('Plain text.'),
  titleZh: titleZh.describe('The Chinese title from the notes.'),
  authors: authors
    .optional()
    .describe('In their order, as they write themselves; missing where they are not known.'),
  date: date.describe('Year and month, by the list.'),
  published: published.optional().describe('The day of the first version, by arXiv.'),
  updated: updated.optional().describe('The day of the version that the list names, by arXiv.'),
  arxiv: arxiv.describe('arXiv identifier, with its version where the list gives one.'),
  doi: z.string().optional().describe('DOI of the preprint at arXiv.'),
  publishedDoi: doi.describe('DOI of the published version, by its authors.'),
  journalRef: journalRef.describe('Where it was published, by its authors.'),
  categories: categories.optional().describe('arXiv’s classification, the primary category first.'),
  links: z
    .strictObject({ paper: z.url().optional(), pdf: z.url().optional(), code: z.url().optional() })
    .describe('Addresses elsewhere.'),
  lists: z.array(z.string()).min(1).describe('Ids of the lists that hold the paper.'),
  terms: terms.describe('What the lists were searched by.'),
  topics: z.array(z.string()).describe('Ids from `topics`.'),
  abstract: z.string().describe('Plain text in one line; empty where the list has none.'),
  pages: z
    .strictObject({ en: z.url(), 'zh-CN': z.url() })
    .describe('The page of the paper, by the language of its interface.'),
  markdown: z.url().describe('Abstract and notes as Markdown.'),
});

export const catalogueSchema = z.strictObject({
  $schema: z.url(),
  version: z.literal(CATALOGUE_VERSION).describe('Of this format.'),
  papers: z.array(cataloguedPaper).describe('Newest first.'),
  topics: z.array(z.strictObject({ id: z.string(), en: z.string(), zh: z.string() })),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
export type CataloguedPaper = Catalogue['papers'][number];

/** The schema as JSON Schema, draft 2020-12; `address` is its own. */
export function catalogueJsonSchema(address: string): object {
  return { $id: address, title: 'A catalogue of papers', ...z.toJSONSchema(catalogueSchema) };
}
