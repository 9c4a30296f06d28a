/** Serves a built site as a host would, text compressed, and counts what it sends. */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface BenchServer extends AsyncDisposable {
  url: string;
  /** Bytes of all bodies sent so far. */
  sent(): number;
}

export async function serveFolder(folder: string): Promise<BenchServer> {
  let sent = 0;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    readFile(pathname.endsWith('/') ? path.join(file, 'index.html') : file).then(
      (bytes) => {
        const type = types[pathname.endsWith('/') ? '.html' : path.extname(file)];
        const body = type ? gzipSync(bytes) : bytes;
        sent += body.length;
        response.writeHead(200, {
          'Content-Type': type ?? 'application/octet-stream',
          ...(type && { 'Content-Encoding': 'gzip' }),
        });
        response.end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    sent: () => sent,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
