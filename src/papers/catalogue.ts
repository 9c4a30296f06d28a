/** The lists as data for programs, `/papers.json`, and its schema. */
import { z } from 'zod';
import { paperSchema } from './schema.ts';

const { id, title, titleZh, date, arxiv, terms } = paperSchema.shape;

const cataloguedPaper = z.strictObject({
  id: id.describe('The slug of the paper in its list, to the letter.'),
  title: title.describe('Plain text.'),
  titleZh: titleZh.describe('The Chinese title from the notes.'),
  date: date.describe('Year and month.'),
  arxiv: arxiv.describe('arXiv identifier, with its version where the list gives one.'),
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
  papers: z.array(cataloguedPaper).describe('Newest first.'),
  topics: z.array(z.strictObject({ id: z.string(), en: z.string(), zh: z.string() })),
});

export type Catalogue = z.infer<typeof catalogueSchema>;

/** The schema as JSON Schema, draft 2020-12; `address` is its own. */
export function catalogueJsonSchema(address: string): object {
  return { $id: address, title: 'A catalogue of papers', ...z.toJSONSchema(catalogueSchema) };
}
