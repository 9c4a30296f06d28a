/**
 * arXiv's API in small, written from the Atom format that its User's Manual documents (sections 3.3 and 3.4):
 * ids are always answered with a version, ten entries are given unless more are asked for, and a malformed
 * identifier turns the whole answer into an error feed. Closed with `await using`.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedPaper {
  /** With its version: `2506.12849v1`. */
  id: string;
  title: string;
  authors?: string[];
  doi?: string;
  journalRef?: string;
}

/** What is done instead of answering; undefined answers as arXiv does. */
export type Misbehaviour = (
  request: { ids: string[]; number: number },
  response: ServerResponse,
) => boolean;

export interface FakeArxiv extends AsyncDisposable {
  api: string;
  requests: { ids: string[]; userAgent: string | undefined }[];
}

export async function serveArxiv(
  papers: readonly ServedPaper[],
  misbehave: Misbehaviour = () => false,
): Promise<FakeArxiv> {
  const requests: FakeArxiv['requests'] = [];
  const server = createServer((request: IncomingMessage, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const ids = (searchParams.get('id_list') ?? '').split(',');
    requests.push({ ids, userAgent: request.headers['user-agent'] });
    if (misbehave({ ids, number: requests.length }, response)) return;
    const malformed = ids.find((id) => !/^(\d{4}\.\d{4,5}|[a-z-]+\/\d{7})(v\d+)?$/.test(id));
    if (malformed !== undefined) {
      response.writeHead(400, { 'Content-Type': 'application/atom+xml' });
      response.end(errorFeed(`incorrect id format for ${malformed}`));
      return;
    }
    const most = Number(searchParams.get('max_results') ?? 10);
    const found = ids
      .flatMap(
        (id) => papers.find((paper) => paper.id === id || paper.id.startsWith(`${id}v`)) ?? [],
      )
      .slice(0, most);
    response.writeHead(200, { 'Content-Type': 'application/atom+xml; charset=utf-8' });
    response.end(paperFeed(found));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    api: `http://127.0.0.1:${port}/api/query`,
    requests,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function paperFeed(papers: readonly ServedPaper[], total = papers.length): string {
  return feed(papers.map(entry).join('\n'), total);
}

export function errorFeed(why: string): string {
  return feed(
    `  <entry>
    <id>http://arxiv.org/api/errors#${escape(why.replaceAll(' ', '_'))}</id>
    <title>Error</title>
    <summary>${escape(why)}</summary>
    <updated>2025-06-20T00:00:00-04:00</updated>
    <link href="http://arxiv.org/api/errors#${escape(why.replaceAll(' ', '_'))}" rel="alternate" type="text/html"/>
    <author><name>arXiv api core</name></author>
  </entry>`,
    1,
  );
}

function feed(entries: string, total: number): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <link href="http://arxiv.org/api/query?search_query%3D" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: search_query=&amp;id_list=</title>
  <id>http://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <updated>2025-06-20T00:00:00-04:00</updated>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>
  <opensearch:startIndex xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">0</opensearch:startIndex>
  <opensearch:itemsPerPage xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:itemsPerPage>
${entries}
</feed>
`;
}

function entry({ id, title, authors = ['Jane Q. Doe'], doi, journalRef }: ServedPaper): string {
  const arxiv = 'xmlns:arxiv="http://arxiv.org/schemas/atom"';
  const optional = [
    doi ? `<arxiv:doi ${arxiv}>${escape(doi)}</arxiv:doi>` : '',
    journalRef ? `<arxiv:journal_ref ${arxiv}>${escape(journalRef)}</arxiv:journal_ref>` : '',
  ].join('');
  return `  <entry>
    <id>http://arxiv.org/abs/${id}</id>
    <updated>2025-06-16T08:00:00Z</updated>
    <published>2025-06-15T17:38:04Z</published>
    <title>${escape(title)}</title>
    <summary>  An abstract over
two lines.
</summary>
    ${authors
      .map(
        (name) =>
          `<author><name>${escape(name)}</name><arxiv:affiliation ${arxiv}>A university</arxiv:affiliation></author>`,
      )
      .join('\n    ')}
    <arxiv:comment ${arxiv}>12 pages</arxiv:comment>${optional}
    <link href="http://arxiv.org/abs/${id}" rel="alternate" type="text/html"/>
    <link title="pdf" href="http://arxiv.org/pdf/${id}" rel="related" type="application/pdf"/>
    <arxiv:primary_category ${arxiv} term="cs.CV" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.AI" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CV" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
