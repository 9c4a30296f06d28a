/** Follows every link within a served site, and collects those that leave it. */
import { LinkChecker, LinkState } from 'linkinator';

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

/**
 * Checks the site that is served at `url`. Where `siteUrl` is given, absolute addresses that start with it (canonical
 * links, translations) count as links within the site.
 */
export async function checkInternalLinks(url: string, siteUrl?: string): Promise<InternalLinks> {
  const { origin } = new URL(url);
  const own = siteUrl === undefined ? [origin] : [origin, new URL(siteUrl).origin];
  const isOwn = startsWithOne(own);
  const { links } = await new LinkChecker().check({
    path: url,
    recurse: true,
    checkFragments: true,
    checkCss: true,
    urlRewriteExpressions: [{ pattern: isOwn, replacement: origin }],
    linksToSkip: async (link) => !isOwn.test(link),
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

function addExternal(external: Map<string, Set<string>>, link: string, page: string): void {
  if (!/^https?:/i.test(link)) return;
  const url = new URL(link);
  // A fragment of another site is its own business.
  url.hash = '';
  const pages = external.get(url.href) ?? new Set();
  external.set(url.href, pages.add(page));
}

function startsWithOne(origins: readonly string[]): RegExp {
  return new RegExp(`^(?:${origins.map((origin) => RegExp.escape(origin)).join('|')})(?=[/?#]|$)`);
}
