/** arXiv identifiers as readers paste them: bare, with a prefix, or as an address of arxiv.org. */

/** https://info.arxiv.org/help/arxiv_identifier.html: `2506.12849`, and `cs.LG/0501001` until 2007. */
const identifier = String.raw`\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7}`;
const pattern = new RegExp(
  String.raw`^(?:arxiv:\s*|(?:https?:\/\/)?(?:[a-z]+\.)*(?:arxiv|alphaxiv)\.org\/[a-z]+\/)?(${identifier})(?:v\d+)?(?:\.pdf)?\/?(?:[?#].*)?$`,
  'i',
);

/** The identifier without its version, if that is all that was typed. */
export function arxivId(typed: string): string | undefined {
  return pattern.exec(typed.normalize('NFKC').trim())?.[1]?.toLowerCase();
}
