/** arXiv identifiers as readers paste them: bare, cited, as a DOI, or as an address of a site that shows papers by id. */

/** https://info.arxiv.org/help/arxiv_identifier.html: `2506.12849`, and `cs.LG/0501001` until 2007. */
const identifier = String.raw`\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7}`;
/** https://info.arxiv.org/help/doi.html: the DOI of a paper is its identifier behind this. */
const doi = String.raw`(?:doi:\s*|(?:https?:\/\/)?(?:dx\.)?doi\.org\/)?10\.48550\/arxiv\.`;
const sites = String.raw`(?:[a-z0-9-]+\.)*(?:arxiv|alphaxiv|ar5iv)\.org|(?:www\.)?huggingface\.co|(?:www\.)?hf\.co`;
const address = String.raw`(?:https?:\/\/)?(?:${sites})\/[a-z]+\/`;
/** A citation names the subject, too: `arXiv:2506.12849v2 [cs.CV]`. */
const subject = String.raw`\s+\[[a-z-]+(?:\.[a-z]{2})?\]`;
const pattern = new RegExp(
  String.raw`^(?:arxiv:\s*|${doi}|${address})?(${identifier})(?:v\d+)?(?:\.pdf)?(?:${subject}|\/?(?:[?#].*)?)$`,
  'i',
);
/** What a citation stands in. */
const brackets = /^[([<{]+(.*?)[)\]>}]+[.,;]?$/;

/** The identifier without its version, if that is all that was typed. */
export function arxivId(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  return (pattern.exec(text) ?? pattern.exec(brackets.exec(text)?.[1] ?? ''))?.[1]?.toLowerCase();
}
