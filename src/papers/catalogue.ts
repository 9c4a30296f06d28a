/** The shape of papers.json: everything that the lists say of their papers but the texts themselves. */
import { z } from 'zod';
import { paperSchema, webUrl } from './schema.ts';
import { topicSchema } from './topics.ts';

const listed = z.strictObject({
  id: z.string().min(1).describe('The name of the list’s file.'),
  title: z.string().min(1),
  url: webUrl.describe('The whole list on one page.'),
});

const topic = topicSchema.pick({ id: true, en: true, zh: true });

const { id, title, titleZh, date, arxiv, links, lists, terms, topics, repair } = paperSchema.shape;

const paper = z.strictObject({
  id: id.describe('The list’s own slug, to the letter.'),
  title: title.describe('Plain text.'),
  titleZh: titleZh.describe('The Chinese title from the notes.'),
  date: date.describe('Year and month, the finest date that the lists give.'),
  arxiv: arxiv.describe('The arXiv identifier, with its version where the list gives one.'),
  links: links.describe('Addresses elsewhere.'),
  lists: lists.describe('The lists that hold the paper; the text is the first one’s.'),
  terms: terms.describe('Search terms from the lists’ headings.'),
  topics: topics.describe('Ids of the topics above.'),
  repair: repair.describe('How many characters were damaged, and how they were restored.'),
  url: webUrl.describe('The paper’s page, with its abstract and notes.'),
  markdown: webUrl.describe('The same as plain Markdown.'),
});

export const catalogueSchema = z
  .strictObject({
    $schema: webUrl.describe('The address of this schema.'),
    lists: z.array(listed),
    topics: z.array(topic),
    papers: z.array(paper).describe('The newest first.'),
  })
  .describe('The papers of these lists.');

export type Catalogue = z.infer<typeof catalogueSchema>;

/** The schema as JSON Schema, draft 2020-12. `address` is where it is published. */
export function catalogueJsonSchema(address: string): object {
  const { $schema, ...schema } = z.toJSONSchema(catalogueSchema, { target: 'draft-2020-12' });
  return { $schema, $id: address, title: 'papers.json', ...schema };
}
