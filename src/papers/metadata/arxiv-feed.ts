/**
 * Reads what arXiv's API answers: an Atom feed with an entry for each paper (arXiv API User's Manual,
 * section 3.3). An error comes as a feed too, with one entry whose id starts with
 * `http://arxiv.org/api/errors` and whose summary says why (section 3.4).
 */
import { XMLParser } from 'fast-xml-parser';
import { SyntaxValidator } from 'fast-xml-validator';
import { z } from 'zod';
import { latexToText } from '../latex-text.ts';
import { withoutInvisible } from '../visible-text.ts';
import { NotAFeedError } from './not-a-feed.ts';
import { doiSchema, paperMetadataSchema, type PaperMetadata } from './schema.ts';

/** An entry, by the identifier it carries, always with its version: `cs/9905014v1`. */
export interface ArxivEntry {
  id: string;
  metadata: PaperMetadata;
}

export interface ArxivFeed {
  entries: ArxivEntry[];
  /** The entries that could not be read: what they said of themselves, and why. */
  unreadable: { id: string; why: string }[];
  /** What was left out of entries that were read, and why. */
  leftOut: { id: string; why: string }[];
  /** arXiv's own words where it refused the request: `incorrect id format for 1234`. */
  refusal?: string;
}

const ERRORS = 'http://arxiv.org/api/errors';
const repeated = new Set(['feed.entry', 'feed.entry.author', 'feed.entry.category']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  // Numeric references are among them.
  htmlEntities: true,
  isArray: (_name, path) => repeated.has(String(path)),
});

/** An element of text is a string, or an object where it has attributes. In one line. */
const text = z
  .union(
    [
      z.string(),
      z
        .looseObject({ '#text': z.string().default('') })
        .refine((element) => Object.keys(element).every((key) => /^[#@]/.test(key)))
        .transform((element) => element['#text']),
    ],
    'it is missing or holds markup',
  )
  .transform((value) => value.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, ''))
  .transform((value) => withoutInvisible(value).trim());
const nameText = text
  .refine((name) => !/[<>]/.test(name), 'a name holds markup')
  .transform(latexToText);
/** A moment or a day; the day is kept. */
const date = text.pipe(
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()], 'a date such as 2025-06-15T17:38:04Z')
    .transform((moment) => moment.slice(0, 10)),
);
const optionalText = text.optional().transform((value) => value || undefined);
const term = z.object({ '@term': z.string().min(1) }).transform((element) => element['@term']);

const entrySchema = z.object({
  id: text,
  title: text,
  summary: optionalText,
  published: date,
  updated: date,
  author: z.array(z.object({ name: nameText })).default([]),
  category: z.array(term).default([]),
  'arxiv:primary_category': term.optional(),
  'arxiv:doi': optionalText,
  'arxiv:journal_ref': optionalText,
});
const feedSchema = z.object({
  feed: z.object({
    entry: z.array(z.unknown()).default([]),
    'opensearch:totalResults': text.transform(Number).optional(),
  }),
});

/** Reads a feed; throws a NotAFeedError where the text is none. */
export function parseArxivFeed(xml: string): ArxivFeed {
  const document = feedSchema.safeParse(normaliseEmptyFeed(parseXml(xml)));
  if (!document.success) throw new NotAFeedError('There is no <feed> in it.');
  const { entry: rawEntries, 'opensearch:totalResults': total = 0 } = document.data.feed;
  const feed: ArxivFeed = { entries: [], unreadable: [], leftOut: [] };
  for (const raw of rawEntries) {
    const claimed = z.object({ id: text, summary: optionalText }).safeParse(raw);
    const address = claimed.success ? claimed.data.id : '';
    if (address.startsWith(ERRORS)) {
      feed.refusal = claimed.data?.summary ?? 'no reason given';
      continue;
    }
    const id = identifierOf(address);
    if (id === undefined) {
      feed.unreadable.push({ id: address, why: 'its id is no arXiv address' });
      continue;
    }
    const read = toMetadata(raw);
    if ('why' in read) {
      feed.unreadable.push({ id, why: read.why });
      continue;
    }
    feed.entries.push({ id, metadata: read.metadata });
    feed.leftOut.push(...read.leftOut.map((why) => ({ id, why })));
  }
  // The API is known to answer with fewer entries than it says it has, and to give them when asked again.
  if (feed.refusal === undefined && rawEntries.length < total)
    throw new NotAFeedError(`It holds ${rawEntries.length} of ${total} entries.`);
  return feed;
}

/** The parser forgives what the validator doesn't, and both throw. */
function parseXml(xml: string): unknown {
  try {
    SyntaxValidator.validate(xml);
    return parser.parse(xml);
  } catch (cause) {
    throw new NotAFeedError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A feed without entries holds attributes only, or nothing at all. */
function normaliseEmptyFeed(document: unknown): unknown {
  const { feed } = document as { feed?: unknown };
  return feed === '' ? { feed: {} } : document;
}

/** `http://arxiv.org/abs/hep-ex/0307015v1` → `hep-ex/0307015v1`. */
function identifierOf(address: string): string | undefined {
  return /^https?:\/\/(?:export\.)?arxiv\.org\/abs\/(\S+)$/.exec(address)?.[1];
}

function toMetadata(
  raw: unknown,
): { metadata: PaperMetadata; leftOut: string[] } | { why: string } {
  const entry = entrySchema.safeParse(raw);
  if (!entry.success) return { why: explain(entry.error) };
  const { title, author, category, published, updated, ...rest } = entry.data;
  const primary = rest['arxiv:primary_category'];
  const given = rest['arxiv:doi'];
  const doi = given === undefined ? undefined : findDoi(given);
  const journalRef = rest['arxiv:journal_ref'];
  // A team's name is followed by a colon, which the API lists as an author.
  const authors = author.map(({ name }) => name).filter((name) => /\p{L}/u.test(name));
  const metadata = paperMetadataSchema.safeParse({
    title,
    authors,
    categories: [...new Set([...(primary ? [primary] : []), ...category])],
    ...(doi ? { doi } : {}),
    ...(journalRef ? { journalRef } : {}),
    published,
    updated,
  });
  if (!metadata.success) return { why: explain(metadata.error) };
  const leftOut = given !== undefined && doi === undefined ? [`"${given}" is no DOI`] : [];
  return { metadata: metadata.data, leftOut };
}

/** Some authors gave two, with a space between them, and some the address of one. */
function findDoi(given: string): string | undefined {
  return given
    .split(' ')
    .map((word) => word.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)/i, ''))
    .find((word) => doiSchema.safeParse(word).success);
}

function explain(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${z.core.toDotPath(path)}: ${message}`)
    .join('; ');
}
