/** Every export, read back by parsers that know nothing of this project. */
import { readFileSync } from 'node:fs';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse as parseBibtex } from '@retorquere/bibtex-parser';
import { Ajv } from 'ajv';
import astrociteRis from 'astrocite-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citePaper, renderBibliography } from '../../../../src/papers/citations/bibliography.ts';
import type { CitedPaper } from '../../../../src/papers/citations/csl-item.ts';
import { escapeLatex, titleToLatex } from '../../../../src/papers/citations/latex-escape.ts';
import { latexToText } from '../../../../src/papers/latex-text.ts';
import type { PaperMetadata } from '../../../../src/papers/metadata/schema.ts';

const isCsl = new Ajv({ allowUnionTypes: true }).compile(
  JSON.parse(readFileSync('tests/fixtures/csl-data.schema.json', 'utf8')) as object,
);

const paper = (title: string, more: Partial<CitedPaper> = {}): CitedPaper => ({
  id: 'a-slug',
  title,
  date: '2025-06',
  arxiv: '2506.12849v1',
  links: { paper: 'https://arxiv.org/abs/2506.12849v1' },
  ...more,
});
/** All that a library knows of a paper. */
const full = (title: string, more: Partial<CitedPaper> = {}) =>
  paper(title, {
    titleZh: '一致的推理：50% & {更多}',
    links: {
      paper: 'https://arxiv.org/abs/2506.12849v1',
      pdf: 'https://arxiv.org/pdf/2506.12849v1',
    },
    language: 'en',
    abstract: `The abstract of ${title}.`,
    keywords: ['RL', 'C#, C++ & more', 'Reward design'],
    ...more,
  });
const metadata: PaperMetadata = {
  title: 'x',
  authors: ['Jane Q. Doe', 'Ludwig van Beethoven', 'Smith & Sons 100%', 'Martin King Jr.', '张三'],
  categories: ['cs.CV', 'cs.AI'],
  doi: '10.1000/a_b(c)',
  journalRef: 'J. of Tests & Cases 1_2 (2025)',
  published: '2025-05-31',
  updated: '2025-06-15',
};

/** As reference managers do: LaTeX becomes text, and nothing else changes. */
function readBibtex(text: string) {
  const { entries, errors } = parseBibtex(text, { english: false, caseProtection: false });
  return {
    errors,
    entries: entries.map(({ type, key, fields }) => ({
      type,
      key,
      fields: fields as Record<string, unknown>,
    })),
  };
}
function readRis(text: string) {
  return astrociteRis.parse(text);
}
function readJson(text: string) {
  const items = JSON.parse(text) as { id: string; title: string }[];
  expect(isCsl(items), JSON.stringify(isCsl.errors)).toBe(true);
  return items;
}

const hostile = [
  'Grasping {Objects} & <Tools>: 100% of "Everything", in C++',
  'Unbalanced { brace',
  'Another } brace',
  'a_b #1 ~x ^y \\z `q` \'r\' "s" $5',
  "Dashes - -- --- and ‘quotes’ “here” ''there''",
  'Ends in a backslash\\',
  '@misc{key, title = {x}}',
  '}, author = {Mallory}, note = {',
  'TY  - JOUR ER  - ',
  '一篇只有中文标题的论文：50% 的 {集合} 与 “引号”',
  'é ü ß ø α→β ≤ 𝒳 😀',
  '<i>it</i> &amp; </script><!--',
  '\\textbf{Bold} claims with \\emph{style}',
  'MAS$^2$: Self-Rectifying',
  '\\unknown{command} and \\begin{x}',
];

describe.each(hostile)('%s', (title) => {
  const citation = citePaper(full(title), metadata);
  const text = latexToText(title).replace(/\s+/g, ' ').trim();

  test('survives BibTeX, as two parsers read it', () => {
    const { entries, errors } = readBibtex(citation.bibtex);
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(1);
    const [{ type, key, fields } = { type: '', key: '', fields: {} as Record<string, unknown> }] =
      entries;
    expect([type, key]).toEqual(['misc', citation.item.id]);
    expect(withoutTags(fields['title'])).toBe(withoutTags(asSet(text)));
    expect(Object.keys(fields).sort()).toEqual([
      'abstract',
      'archiveprefix',
      'author',
      'doi',
      'eprint',
      'keywords',
      'langid',
      'month',
      'note',
      'primaryclass',
      'publisher',
      'title',
      'url',
      'version',
      'year',
    ]);
    const abstract = `The abstract of ${title}.`.replace(/\s+/g, ' ');
    expect(withoutTags(fields['abstract'])).toBe(withoutTags(abstract));
    // The parser sorts them, and takes them as they are written.
    expect(fields['keywords']).toEqual(['C\\# C++ \\& more', 'Reward design', 'RL']);
    const [other] = plugins.input.chain(citation.bibtex) as {
      title: string;
    }[];
    expect(withoutTags(other?.title)).toBe(withoutTags(asSet(text)));
  });

  test('survives RIS', () => {
    const items = readRis(citation.ris);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      title: text,
      id: citation.item.id,
      abstract: `The abstract of ${title}.`.replace(/\s+/g, ' '),
      language: 'en',
    });
    expect(citation.ris.match(/^ER {2}- /gm)).toHaveLength(1);
    expect(citation.ris.match(/^KW {2}- .*$/gm)?.map((line) => line.trim())).toEqual([
      'KW  - RL',
      'KW  - C#, C++ & more',
      'KW  - Reward design',
    ]);
  });

  test('survives CSL-JSON', () => {
    expect(readJson(renderBibliography([citation], 'json'))).toMatchObject([
      {
        title: text,
        abstract: `The abstract of ${title}.`,
        language: 'en',
        keyword: 'RL, C# C++ & more, Reward design',
      },
    ]);
  });
});

/** Parsers give a superscript as a character, and a grave accent as the letter it is. */
function asSet(text: string): string {
  return text.replace('^2', '²').replaceAll('`', 'ˋ');
}
/** Emphasis comes back as tags; text that looks like those is left out on both sides. */
function withoutTags(text: unknown): string {
  return (
    String(text)
      .replaceAll('`', 'ˋ')
      // LaTeX has no straight quotes.
      .replace(/[“”]/g, '"')
      .replace(/[‘’]/g, "'")
      .replace(/\s+/g, ' ')
      .replace(/<\/?(?:i|b|code|sup|span[^>]*)>/g, '')
  );
}

describe('titles that nobody thought of', () => {
  const units = [
    ...'aB1{}%_&$#~^\\"\'`<>|-,=@: 中é…',
    '\\textbf{',
    '\\%',
    '$x^2$',
    '--',
    '\n',
    '\r\nER  - ',
  ];
  const titles = fc
    .array(fc.constantFrom(...units), { minLength: 1, maxLength: 24 })
    .map((parts) => `T${parts.join('')}T`);
  const oneLine = (title: string) => latexToText(title).replace(/\s+/g, ' ').trim();

  test('each is one BibTeX entry with all its fields, between two others', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const citations = [
          paper('One'),
          paper(title, { arxiv: '2506.2v1' }),
          paper('Two', { arxiv: '2506.3v1' }),
        ].map((cited) => citePaper(cited, metadata));
        const { entries } = readBibtex(renderBibliography(citations, 'bib'));
        expect(entries.map(({ key }) => key)).toEqual(citations.map(({ item }) => item.id));
        expect(entries.map(({ fields }) => fields['eprint'])).toEqual([
          '2506.12849',
          '2506.2',
          '2506.3',
        ]);
        // Formulas and emphasis are the parser's to set; plain text must come back letter by letter.
        if (titleToLatex(title) === escapeLatex(latexToText(title))) {
          expect(withoutTags(entries[1]?.fields['title'])).toBe(withoutTags(oneLine(title)));
        }
      }),
    );
  });

  test('each is one RIS record and one CSL item with that title', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const citations = [citePaper(paper(title)), citePaper(paper('Two', { arxiv: '2506.3v1' }))];
        const items = readRis(renderBibliography(citations, 'ris'));
        expect(items.map((item) => item.title)).toEqual([oneLine(title), 'Two']);
        expect(readJson(renderBibliography(citations, 'json')).map((item) => item.title)).toEqual([
          oneLine(title),
          'Two',
        ]);
      }),
    );
  });
});

describe('what an entry says', () => {
  test('of a paper whose metadata is not known: what the list says, and no author', () => {
    const { bibtex, ris, item } = citePaper(paper('CAPO: A Title'));
    expect(bibtex).toBe(
      [
        '@misc{capo2025-2506.12849,',
        '  title = {{CAPO: A Title}},',
        '  year = {2025},',
        '  month = jun,',
        '  publisher = {arXiv},',
        '  version = {1},',
        '  eprint = {2506.12849},',
        '  archivePrefix = {arXiv},',
        '  doi = {10.48550/arXiv.2506.12849},',
        '  url = {https://arxiv.org/abs/2506.12849v1},',
        '}',
        '',
      ].join('\n'),
    );
    expect(ris).toBe(
      [
        'TY  - UNPB',
        'ID  - capo2025-2506.12849',
        'TI  - CAPO: A Title',
        'PY  - 2025',
        'DA  - 2025/06//',
        'PB  - arXiv',
        'AN  - arXiv:2506.12849',
        'DO  - 10.48550/arXiv.2506.12849',
        'UR  - https://arxiv.org/abs/2506.12849v1',
        'ER  - ',
        '',
        '',
      ].join('\r\n'),
    );
    expect(item).toEqual({
      id: 'capo2025-2506.12849',
      type: 'article',
      title: 'CAPO: A Title',
      issued: { 'date-parts': [[2025, 6]] },
      archive: 'arXiv',
      archive_location: '2506.12849',
      number: 'arXiv:2506.12849',
      version: '1',
      publisher: 'arXiv',
      DOI: '10.48550/arXiv.2506.12849',
      URL: 'https://arxiv.org/abs/2506.12849v1',
    });
  });

  test('of authors, in the order and in the parts that each format has', () => {
    const { bibtex, ris, item } = citePaper(paper('T'), metadata);
    expect(readBibtex(bibtex).entries[0]?.fields['author']).toEqual([
      { lastName: 'Doe', firstName: 'Jane Q.' },
      { lastName: 'Beethoven', firstName: 'Ludwig', prefix: 'van' },
      { name: 'Smith & Sons 100%' },
      expect.objectContaining({ lastName: 'King', firstName: 'Martin', suffix: 'Jr.' }),
      { name: '张三' },
    ]);
    expect(ris.match(/^AU {2}- .*$/gm)?.map((line) => line.slice(6).trim())).toEqual([
      'Doe, Jane Q.',
      'van Beethoven, Ludwig',
      'Smith & Sons 100%',
      'King, Martin, Jr.',
      '张三',
    ]);
    expect(item.author?.map((name) => ('literal' in name ? name.literal : name.family))).toEqual([
      'Doe',
      'Beethoven',
      'Smith & Sons 100%',
      'King',
      '张三',
    ]);
    readJson(renderBibliography([citePaper(paper('T'), metadata)], 'json'));
  });

  test('of the day, the category and where it was published, where arXiv says so', () => {
    const published =
      'Published in: J. of Tests & Cases 1_2 (2025), https://doi.org/10.1000/a_b(c)';
    const { bibtex, ris, item } = citePaper(paper('T'), metadata);
    const { fields } = readBibtex(bibtex).entries[0] ?? { fields: {} };
    expect(fields).toMatchObject({
      year: '2025',
      month: '5',
      primaryclass: 'cs.CV',
      doi: '10.48550/arXiv.2506.12849',
      note: published,
    });
    expect(ris).toContain('DA  - 2025/05/31/\r\n');
    expect(ris).toContain('DO  - 10.48550/arXiv.2506.12849\r\n');
    expect(ris).toContain(`N1  - ${published}\r\n`);
    expect(item.issued).toEqual({ 'date-parts': [[2025, 5, 31]] });
    // It is the preprint that is cited: the DOI of the journal's version is another's.
    expect(item).toMatchObject({ DOI: '10.48550/arXiv.2506.12849', note: published });
    // The key is that of the list's month: it doesn't change when metadata comes.
    expect(item.id).toBe(citePaper(paper('T')).item.id);
  });

  test('of a published version by the DOI alone', () => {
    const { journalRef: _, ...rest } = metadata;
    expect(citePaper(paper('T'), { ...rest, doi: '10.1000/a#b?c' }).item.note).toBe(
      'Published in: https://doi.org/10.1000/a%23b%3Fc',
    );
  });

  test('of the Chinese title: a field of RIS, a note elsewhere; none where it is the title', () => {
    const { bibtex, ris, item } = citePaper(full('T'), metadata);
    const chinese = 'Chinese title: 一致的推理：50% & {更多}';
    expect(readBibtex(bibtex).entries[0]?.fields['note']).toMatch(`${chinese}; Published in: J.`);
    expect(item.note).toMatch(`${chinese}\nPublished in: J.`);
    expect(ris).toContain('TT  - 一致的推理：50% & {更多}\r\n');
    expect(ris.match(/^N1 .*/gm)).toHaveLength(1);
    const same = citePaper(paper('一篇论文', { titleZh: '一篇论文' }));
    expect(same.item).not.toHaveProperty('note');
    expect(same.ris).not.toMatch(/^TT/m);
  });

  test('of its PDF and its language', () => {
    const { bibtex, ris } = citePaper(full('一篇论文', { language: 'zh-CN' }));
    expect(ris).toContain('L1  - https://arxiv.org/pdf/2506.12849v1\r\nLA  - zh-CN\r\n');
    expect(readBibtex(bibtex).entries[0]?.fields['langid']).toBe('chinese');
  });

  test('in quotes that are right on both sides', () => {
    const { bibtex, ris } = citePaper(
      paper('A "Quoted" Word, an Agent\'s \'Own\' "\\textbf{Bold}" One'),
    );
    expect(bibtex).toContain("{{A “Quoted” Word, an Agent's ‘Own' “\\textbf{Bold}” One}}");
    expect(ris).toContain('TI  - A "Quoted" Word, an Agent\'s \'Own\' "Bold" One\r\n');
  });

  test('without what nobody sees and what turns a title round', () => {
    const { item } = citePaper(paper('A \u202Eesrever\u202C Ti\u200Btle'));
    expect(item.title).toBe('A esrever Title');
  });

  test('of a name with "and" or a comma, and of an author who is none', () => {
    const { bibtex } = citePaper(paper('T'), {
      ...metadata,
      authors: ['Rock and Roll', 'A {B} \\c'],
    });
    expect(readBibtex(bibtex).entries[0]?.fields['author']).toEqual([
      expect.objectContaining({ lastName: 'Roll' }),
      expect.objectContaining({ lastName: '\\c' }),
    ]);
  });

  test('of a paper elsewhere, and of one without any address', () => {
    const elsewhere = paper('MAS', {
      arxiv: undefined,
      links: { paper: 'https://proceedings.example.org/a_b%20{c}?x=1&y=#z~' },
    } as Partial<CitedPaper>);
    const { bibtex, ris, item } = citePaper(elsewhere);
    expect(item.type).toBe('document');
    const fields = readBibtex(bibtex).entries[0]?.fields;
    expect(fields?.['url']).toBe('https://proceedings.example.org/a_b%20%7Bc%7D?x=1&y=#z~');
    expect(readRis(ris)[0]).toMatchObject({ URL: elsewhere.links.paper });
    const nowhere = { id: 'x', title: '一篇论文', date: '2024-11', links: {} };
    expect(readBibtex(citePaper(nowhere).bibtex).entries[0]?.fields).toEqual({
      title: '一篇论文',
      year: '2024',
      month: '11',
    });
    readJson(renderBibliography([citePaper(nowhere), citePaper(elsewhere)], 'json'));
  });
});

describe('a file of many papers', () => {
  const papers = [
    paper('Agents that Learn', { id: 'a', arxiv: '2506.1v1' }),
    paper('Agents that Learn', { id: 'b', arxiv: '2506.2v1' }),
    { id: 'c', title: 'Agents that Learn', date: '2025-06', links: {} },
    { id: 'd', title: 'Agents that Learn', date: '2025-06', links: {} },
  ];
  const keys = (cited: CitedPaper[]) =>
    readBibtex(
      renderBibliography(
        cited.map((one) => citePaper(one)),
        'bib',
      ),
    ).entries.map(({ key }) => key);

  test('has a key for each, which stays when a paper is added before the others', () => {
    const before = keys(papers);
    expect(new Set(before).size).toBe(4);
    const added = paper('Agents that Learn', { id: 'e', arxiv: '2506.3v1' });
    expect(keys([added, ...papers]).slice(1)).toEqual(before);
  });

  test('names an arXiv paper once that two entries are about, the first of them', () => {
    const again = paper('Agents that Learn, Again', { id: 'f', arxiv: '2506.1v2' });
    expect(keys([...papers, again])).toEqual(keys(papers));
    const text = renderBibliography(
      [...papers, again].map((one) => citePaper(one)),
      'ris',
    );
    expect(text).not.toContain('Again');
  });

  test('may be empty', () => {
    expect(renderBibliography([], 'bib')).toBe('');
    expect(renderBibliography([], 'ris')).toBe('');
    expect(renderBibliography([], 'json')).toBe('[]\n');
  });
});
