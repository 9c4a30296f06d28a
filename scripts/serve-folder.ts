/** Serves a built site as a static host would; closed with `await using`. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import sirv from 'sirv';

/**
 * Serves `folder` at `base`, and its 404.html for all else, from a free port of this machine. `url` is its index.
 * `instead` are pages by their paths below the folder, served in place of its files.
 */
export async function serveFolder(
  folder: string,
  base: string,
  instead: ReadonlyMap<string, string> = new Map(),
): Promise<AsyncDisposable & { url: string }> {
  // Its pattern for dotfiles also meets `c++.md`.
  const handle = sirv(folder, { dev: false, dotfiles: true });
  const server = createServer((request, response) => {
    const refuse = () => {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      createReadStream(path.join(folder, '404.html'))
        .on('error', () => response.end('Not found'))
        .pipe(response);
    };
    if (!request.url?.startsWith(base)) return refuse();
    request.url = request.url.slice(base.length - 1);
    const page = instead.get(decodePath(request.url.replace(/[?#].*$/, '').slice(1)));
    if (page !== undefined) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page);
      return undefined;
    }
    return handle(request, response, refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A path that isn't well encoded is taken as it is. */
function decodePath(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
