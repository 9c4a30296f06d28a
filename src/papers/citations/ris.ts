/**
 * RIS, a line for each field, ended by CR and LF
 * (https://en.wikipedia.org/wiki/RIS_(file_format), after the Research Information Systems specification).
 */
import { invertName } from './author-name.ts';
import type { CslItem } from './csl-item.ts';

/** What RIS has a field for, or several, and CSL-JSON one or none. */
export interface RisDetails {
  titleZh?: string | undefined;
  pdf?: string | undefined;
  keywords: readonly string[];
  /** Without the Chinese title. */
  note?: string | undefined;
}

/** One record, ending in an empty line. UTF-8. */
export function renderRis(item: CslItem, { titleZh, pdf, keywords, note }: RisDetails): string {
  const [year = 0, month, day] = item.issued['date-parts'][0];
  const two = (part: number | undefined) =>
    part === undefined ? '' : String(part).padStart(2, '0');
  const fields: [tag: string, value: string | undefined][] = [
    // UNPB is what reference managers keep preprints as; GEN says nothing.
    ['TY', item.type === 'article' ? 'UNPB' : 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ['TT', titleZh],
    ...(item.author ?? []).map((name): [string, string] => ['AU', invertName(name)]),
    ['PY', String(year)],
    ['DA', `${year}/${two(month)}/${two(day)}/`],
    ['PB', item.publisher],
    ['AN', item.number],
    ['DO', item.DOI],
    ['UR', item.URL],
    ['L1', pdf],
    ['LA', item.language],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['AB', item.abstract],
    ['N1', note],
  ];
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${oneLine(value)}`] : []));
  return [...lines, 'ER  - ', '', ''].join('\r\n');
}

/** A line break would start another field. */
function oneLine(value: string): string {
  return value.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
