/** Where else than at its own address a paper is looked for: under its identifiers at arXiv, under slugs of old. */
import type { AddressBook } from './address-book.ts';
import { pathSegment } from './path-segment.ts';
import type { Redirect } from './redirects.ts';
import type { PaperEntry } from './schema.ts';
import { arxivSegments, withoutVersion } from './web-address.ts';

/** A paper of the site: `segment` is the last part of its page's address. */
export interface AddressedPaper extends Pick<PaperEntry, 'id' | 'arxiv' | 'arxivAliases'> {
  segment: string;
}

/** What may stand in place of `<segment>` in `/papers/<segment>/`, with the paper that it leads to. */
export function otherAddresses<P extends AddressedPaper>(
  papers: readonly P[],
  redirects: readonly Redirect[],
): Map<string, P> {
  // A paper may have its identifier for a slug, and two entries may be about one paper: the first is led to.
  const own = new Set(papers.map(({ segment }) => segment));
  const others = new Map<string, P>();
  const lead = (address: string, paper: P) => {
    if (!own.has(address) && !others.has(address)) others.set(address, paper);
  };
  for (const paper of papers) for (const address of arxivSegments(paper)) lead(address, paper);
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  for (const { from, to } of redirects) {
    const paper = byId.get(to);
    if (paper) lead(pathSegment(from), paper);
  }
  return others;
}

/** What the page for lost readers looks in. Identifiers have no version: every version leads to the paper. */
export function addressBook<P extends AddressedPaper>(
  papers: readonly P[],
  redirects: readonly Redirect[],
): AddressBook {
  const book: AddressBook = Object.fromEntries(papers.map(({ segment }) => [segment, []]));
  for (const [address, paper] of otherAddresses(papers, redirects)) {
    const isIdentifier = arxivSegments(paper).includes(address);
    const name = isIdentifier ? withoutVersion(address) : address;
    const known = book[paper.segment];
    if (known && !known.includes(name)) known.push(name);
  }
  return book;
}
