/** Serves a built site to the tests; closed with `await using`. */
import { serveFolder } from '../scripts/serve-folder.ts';
import type { Site } from './build-sites.ts';

/** Serves a built site as a static host would. `url` is where its index is. */
export function serveSite({ outDir, base }: Site): ReturnType<typeof serveFolder> {
  return serveFolder(outDir, base);
}
