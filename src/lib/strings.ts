/** Every label of the interface, by language. Titles and texts of papers are not labels. */

const en = {
  siteName: 'Paper Notes',
  tagline: 'Research papers with English abstracts and Chinese reading notes',
  description: 'A list of research papers with English abstracts and Chinese reading notes.',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  footer: 'Titles and abstracts belong to the authors of the papers.',
  aboutRepair: 'How the Chinese text was repaired',

  papers: 'Papers',
  paperCount: (count: number) => (count === 1 ? '1 paper' : `${count} papers`),
  withNotes: (count: number) => `${count} with notes`,
  withCode: (count: number) => `${count} with code`,
  noPapers: 'There are no papers here yet.',
  monthRange: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),

  linkPaper: 'Paper',
  linkPdf: 'PDF',
  linkCode: 'Code',
  linkNotes: 'TLDR/Notes',
  linksOf: (title: string) => `Links of ${title}`,

  paperFacts: 'About this paper',
  published: 'Published',
  arxiv: 'arXiv',
  links: 'Links',
  contents: 'Contents',
  restored: (count: number, uncertain: number) =>
    (count === 1
      ? 'One character of this text was damaged in the source and has been restored'
      : `${count} characters of this text were damaged in the source and have been restored`) +
    (uncertain > 0 ? `, ${uncertain} of them with some doubt.` : '.'),
  unresolved: (count: number) => `${count} damaged characters could not be restored.`,
  howRestored: 'How this was done',
  reportWrong: 'Report a wrong character',
  restoredFact: 'Restored',
  restoredTotal: (count: number) => (count === 1 ? '1 character' : `${count} characters`),
  restoredKinds: {
    exact: (count: number) => `${count} exact`,
    decoder: (count: number) => `${count} decoded`,
    correction: (count: number) => `${count} ruled by a reader`,
    uncertain: (count: number) => `${count} uncertain`,
    unresolved: (count: number) => `${count} not restored`,
  },
  restoredKindNames: {
    exact: 'Exact: nothing else fits the bytes that are left.',
    decoder: 'Decoded: chosen by its context.',
    correction: 'Ruled by a reader.',
    uncertain: 'Uncertain: chosen by its context, narrowly.',
    unresolved: 'Not restored.',
  },
  markRestored: 'Mark them in the text',
  markRestoredHint:
    'Each mark tells what was received. Tab leads to the marks, the left and right arrow keys from one to the next.',
  markKeys: (report: boolean) =>
    `← → other marks${report ? ' · Enter to the link' : ''} · Esc closes`,
  marksUnavailable: 'The marks could not be loaded.',
  received: 'Received as',
  rivals: 'Could also be',
  why: 'Why',
  noText: 'The list gives neither an abstract nor notes for this paper.',
  neighbours: 'Neighbouring papers',
  previous: 'Previous',
  next: 'Next',

  tags: 'Tags',
  tagsLead: 'Terms are what the lists were searched by. Topics are what the papers are about.',
  terms: 'Terms',
  topics: 'Topics',
  term: 'Term',
  topic: 'Topic',

  search: 'Search',
  searchLabel: 'Search the papers, in English or Chinese',
  searching: 'Searching…',
  searchWithoutScript:
    'Search needs JavaScript. Without it, open a tag, or the list of all papers and search that page with your browser.',
  searchUnavailable: 'The search index could not be loaded. Try again, or look through the tags.',
  resultCount: (count: number, more: boolean) =>
    more ? `The first ${count} papers` : count === 1 ? '1 paper' : `${count} papers`,
  noResults: (query: string) => `No paper contains “${query}”.`,
  noResultsAdvice: 'Try fewer or other words, or look through the tags.',

  notFound: 'This page does not exist',
  notFoundAdvice: 'The address may be mistyped, or the paper may have left the list.',
  allPapers: 'All papers',
  allTags: 'All tags',
};

export type Strings = typeof en;
export type Language = 'en';

const strings: Record<Language, Strings> = { en };

/** The labels in one language. */
export function stringsIn(language: Language): Strings {
  return strings[language];
}
