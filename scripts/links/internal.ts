/** Follows every link within a served site, and collects those that leave it. */
import { LinkChecker, LinkState } from 'linkinator';
import { escapeXml } from '../../src/lib/escape-xml.ts';

export interface BrokenLink {
  url: string;
  /** The page it stands on. */
  page: string;
  status: number | undefined;
}

export interface InternalLinks {
  /** How many links were followed. */
  followed: number;
  /** Links and fragments that lead nowhere, and links that leave the base path. */
  broken: BrokenLink[];
  /** Addresses on other hosts without their fragments, and the pages that link to them. */
  external: Map<string, Set<string>>;
}

/** A built site, served at `url`. */
export interface ServedSite {
  url: string;
  /** Where it will be served: absolute addresses that begin so are its own. Its base path is that of `url`. */
  siteUrl: string;
  /** Paths below `url` of files to begin at beside the index, whether or not a page links to them. */
  files?: readonly string[];
}

/** Follows the links of a site. Another project of its host is another site. */
export async function checkInternalLinks({
  url,
  siteUrl,
  files = [],
}: ServedSite): Promise<InternalLinks> {
  const { origin, pathname } = new URL(url);
  const place = new URL(pathname, siteUrl).href.replace(/\/$/, '');
  const written = startsWith(place);
  // What is relative leads to the server, and out of the base path by mistake only.
  const served = startsWith(origin);
  const { links } = await new LinkChecker().check({
    path: [url, ...files.map((file) => new URL(encodePath(file), url).href)],
    recurse: true,
    checkFragments: true,
    checkCss: true,
    urlRewriteExpressions: [{ pattern: written, replacement: url.replace(/\/$/, '') }],
    linksToSkip: async (link) => !served.test(link) && !written.test(link),
  });
  const result: InternalLinks = { followed: 0, broken: [], external: new Map() };
  for (const { state, url: link, parent = '', status } of links) {
    if (state === LinkState.SKIPPED) addExternal(result.external, link, parent);
    else if (state === LinkState.BROKEN || !link.startsWith(url))
      result.broken.push({ url: link, page: parent, status });
    else result.followed += 1;
  }
  return result;
}

/** A page of links, for a file that is none. */
export function pageOfLinks(addresses: readonly string[]): string {
  const links = addresses.map((address) => `<a href="${escapeXml(address)}">link</a>`);
  return `<!doctype html><html lang="en"><title>Links</title>${links.join('\n')}</html>`;
}

/** As the site's own links have it: some static hosts don't decode more than an address can't hold. */
function encodePath(file: string): string {
  return encodeURI(file).replace(/[?#]/g, encodeURIComponent);
}

function addExternal(external: Map<string, Set<string>>, link: string, page: string): void {
  if (!/^https?:/i.test(link)) return;
  const url = new URL(link);
  // A fragment of another site is its own business.
  url.hash = '';
  const pages = external.get(url.href) ?? new Set();
  external.set(url.href, pages.add(page));
}

function startsWith(address: string): RegExp {
  return new RegExp(`^${RegExp.escape(address)}(?=[/?#]|$)`);
}
