/** The filter of a list of papers: by term, topic, month and code. Its state is kept in the address. */

export interface Facets {
  terms: readonly string[];
  topics: readonly string[];
  month: string;
  hasCode: boolean;
}

/** What is asked for; a facet that is left out lets every paper through. */
export interface PaperFilter {
  term?: string | undefined;
  topic?: string | undefined;
  month?: string | undefined;
  code?: '1' | undefined;
}

export type Facet = keyof PaperFilter;

/** In the order in which they stand in the address. */
export const facets: readonly Facet[] = ['term', 'topic', 'month', 'code'];

export function readFilter(parameters: URLSearchParams): PaperFilter {
  const filter: PaperFilter = {};
  for (const facet of facets) {
    const value = parameters.get(facet);
    if (!value) continue;
    if (facet !== 'code') filter[facet] = value;
    else if (value === '1') filter.code = value;
  }
  return filter;
}

/** `?term=rl&code=1`; empty where nothing is asked for. Other parameters are kept, before these. */
export function writeFilter(filter: PaperFilter, parameters = new URLSearchParams()): string {
  const written = new URLSearchParams(parameters);
  for (const facet of facets) {
    written.delete(facet);
    const value = filter[facet];
    if (value) written.append(facet, value);
  }
  return written.size > 0 ? `?${written}` : '';
}

/** What tells a file of what passes from that of all: `retrieval-2025-06-code`. */
export function nameFilter(filter: PaperFilter): string {
  return facets
    .flatMap((facet) => (filter[facet] ? [facet === 'code' ? 'code' : filter[facet]] : []))
    .join('-');
}

export function matchesFilter(paper: Facets, filter: PaperFilter): boolean {
  return facets.every((facet) => {
    const value = filter[facet];
    return !value || valuesOf(paper, facet).includes(value);
  });
}

/** How many papers each value of a facet would leave, with the other facets as they are. */
export function countValues(
  papers: readonly Facets[],
  filter: PaperFilter,
  facet: Facet,
): Map<string, number> {
  const others = withoutFacet(filter, facet);
  const counts = new Map<string, number>();
  for (const paper of papers) {
    if (!matchesFilter(paper, others)) continue;
    for (const value of valuesOf(paper, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** The filter with one facet let through. */
export function withoutFacet(filter: PaperFilter, facet: Facet): PaperFilter {
  return { ...filter, [facet]: undefined };
}

function valuesOf(paper: Facets, facet: Facet): readonly string[] {
  switch (facet) {
    case 'term':
      return paper.terms;
    case 'topic':
      return paper.topics;
    case 'month':
      return [paper.month];
    case 'code':
      return paper.hasCode ? ['1'] : [];
  }
}
