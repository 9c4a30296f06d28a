/** Serves a built site to the tests; closed with `await using`. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import type { Site } from './build-sites.ts';

/** Serves a built site as a static host would. `url` is where its index is. */
export async function serveSite({
  serverRoot,
  base,
}: Site): Promise<AsyncDisposable & { url: string }> {
  // Without `dotfiles` sirv takes `c++.md` for a hidden file, too.
  const handle = sirv(serverRoot, { dev: false, dotfiles: true });
  const server = createServer((request, response) => {
    handle(request, response, () => {
      response.statusCode = 404;
      response.end('Not found');
    });
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
