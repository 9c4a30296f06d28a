/**
 * Addresses in a list's entries. Their generator cut code links out of LaTeX abstracts, so an address may
 * drag along what followed it there: `https://host/repo}.`, `https://host/repo}{https://host/repo}$.`
 */
import type { PaperEntry } from './schema.ts';

/** An arXiv identifier with an optional version, new style or old (arXiv: "Understanding the arXiv identifier"). */
const arxivAddress =
  /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf)\/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)(?:\.pdf)?\/?$/i;

/** Cuts off what LaTeX or a sentence left behind an address. Balanced parentheses stay. */
export function trimAddress(raw: string): string {
  let address = raw.trim().replace(/[\s{}\\<>"`].*$/s, '');
  for (;;) {
    const last = address.at(-1);
    if (last === undefined || !/[.,;:!?'$)\]*]/.test(last)) return address;
    if (last === ')' && count(address, '(') >= count(address, ')')) return address;
    address = address.slice(0, -1);
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** True for an absolute http or https address with a host. */
export function isWebAddress(address: string): boolean {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  return new URL(address).hostname !== '';
}

/** The arXiv identifier (`2506.12849v1`) of an abstract or PDF address as it spells it, or undefined. */
export function spelledArxiv(address: string): string | undefined {
  return arxivAddress.exec(address)?.[1];
}

/**
 * The same as arXiv spells it today. Until 2007 many wrote the subject class, too: `math.GT/0309136` is
 * `math/0309136`, and under the first it has no DOI (https://info.arxiv.org/help/arxiv_identifier.html).
 */
export function arxivIdentifier(address: string): string | undefined {
  const id = spelledArxiv(address);
  return id && canonicalArxiv(id);
}

export function canonicalArxiv(id: string): string {
  return id.toLowerCase().replace(/\.[a-z]{2}\//, '/');
}

/** The addresses of a paper: for arXiv its abstract page and PDF, otherwise the address as given. */
export function paperLinks(address: string): { paper: string; pdf?: string } {
  const id = arxivIdentifier(address);
  if (id) return { paper: `https://arxiv.org/abs/${id}`, pdf: `https://arxiv.org/pdf/${id}` };
  return /\.pdf$/i.test(new URL(address).pathname)
    ? { paper: address, pdf: address }
    : { paper: address };
}

/** The same address over https. */
export function secureAddress(address: string): string {
  return address.replace(/^http:/i, 'https:');
}

/** An arXiv identifier without its version: what names the paper, not one text of it. */
export function withoutVersion(arxiv: string): string {
  return arxiv.replace(/v\d+$/i, '');
}

/** What stands for an arXiv paper in an address, `/papers/<segment>/`: its identifiers without and with version. */
export function arxivSegments({ arxiv, arxivAliases = [] }: ArxivNames): string[] {
  const names = arxiv === undefined ? [] : [arxiv, ...arxivAliases];
  return [...new Set(names.flatMap((name) => [withoutVersion(name), name]))];
}

type ArxivNames = Pick<PaperEntry, 'arxiv' | 'arxivAliases'>;

/** The DOI that every arXiv paper has (https://info.arxiv.org/help/doi.html). */
export function arxivDoi(arxiv: string): string {
  return `10.48550/arXiv.${withoutVersion(arxiv)}`;
}

/** Where a DOI leads: it may hold what an address gives another meaning. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[#?]/g, encodeURIComponent)}`;
}

/** Pages about an arXiv paper that can be made from its identifier. */
export function arxivPages(arxiv: string): { alphaXiv: string; semanticScholar: string } {
  return {
    alphaXiv: `https://www.alphaxiv.org/abs/${arxiv}`,
    // Leads on to the paper's page, which has an address of its own that we can't know.
    semanticScholar: `https://api.semanticscholar.org/arXiv:${withoutVersion(arxiv)}`,
  };
}
