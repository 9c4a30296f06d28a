/** BibTeX, as arXiv itself writes it for a preprint: `@misc` with `eprint` and `archivePrefix`. UTF-8. */
import type { AuthorName } from './author-name.ts';
import type { CslItem } from './csl-item.ts';
import { escapeLatex, titleToLatex } from './latex-escape.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What BibTeX can say and CSL-JSON can't. */
export interface BibtexDetails {
  /** The title with its LaTeX, as the list gives it. */
  title: string;
  primaryClass?: string | undefined;
}

/** As babel and biblatex call them. */
const languages = { en: 'english', 'zh-CN': 'chinese' };

/** One entry, ending in a line break. */
export function renderBibtex(item: CslItem, { title, primaryClass }: BibtexDetails): string {
  const [year = 0, month] = item.issued['date-parts'][0];
  const fields: [name: string, value: string | undefined][] = [
    // The inner braces keep capitals as they are.
    ['title', `{${braced(titleToLatex(title).replace(/\s+/g, ' ').trim())}}`],
    ['author', item.author && `{${item.author.map(authorToBibtex).join(' and ')}}`],
    ['year', `{${year}}`],
    ['month', month === undefined ? undefined : months[month - 1]],
    ['publisher', item.publisher && `{${item.publisher}}`],
    ['version', item.version && `{${item.version}}`],
    ['eprint', item.archive_location && `{${item.archive_location}}`],
    ['archivePrefix', item.archive && `{${item.archive}}`],
    ['primaryClass', primaryClass && `{${escapeLatex(primaryClass)}}`],
    ['doi', item.DOI && `{${verbatim(item.DOI)}}`],
    ['url', item.URL && `{${verbatim(item.URL)}}`],
    ['note', item.note && `{${escapeLatex(item.note.replaceAll('\n', '; '))}}`],
    ['langid', item.language && `{${languages[item.language]}}`],
    ['keywords', item.keyword && `{${escapeLatex(item.keyword)}}`],
    ['abstract', item.abstract && `{${escapeLatex(item.abstract)}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return `@misc{${item.id},\n${lines.join('\n')}\n}\n`;
}

function authorToBibtex(name: AuthorName): string {
  if ('literal' in name) return braced(escapeLatex(name.literal));
  const { family, given, suffix, 'non-dropping-particle': particle } = name;
  // A particle outside the braces is seen as one; "and" inside a name would cut it.
  const last = [particle, family].filter(Boolean).join(' ');
  return [last, suffix, given]
    .filter((part) => part !== undefined)
    .map((part) => (/[,]|\band\b/i.test(part) ? braced(escapeLatex(part)) : escapeLatex(part)))
    .join(', ');
}

function braced(text: string): string {
  return `{${text}}`;
}

/** An address: only what would break the entry is encoded, LaTeX takes the rest as it is. */
function verbatim(address: string): string {
  return address.replace(/[{}\\\s\p{Cc}]/gu, (character) => encodeURIComponent(character));
}
