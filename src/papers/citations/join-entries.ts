/** Makes a file of entries. Apart from what writes them, so that a page's script stays small. */

/** By the ending of their files, in the order that readers are offered them. */
export const citationFormats = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof citationFormats)[number];

/** The file of these entries, each named once. */
export function joinEntries(entries: readonly string[], format: CitationFormat): string {
  const distinct = [...new Set(entries)];
  if (format === 'bib') return distinct.join('\n');
  if (format === 'ris') return distinct.join('');
  return distinct.length > 0 ? `[\n${distinct.join(',\n')}\n]\n` : '[]\n';
}
