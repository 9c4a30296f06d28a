/** What place a built site was built for, by what its index says of itself. */
import { load } from 'cheerio';

/** The address of the index, or undefined where it doesn't tell. */
export function builtFor(indexPage: string): URL | undefined {
  const address = load(indexPage)('link[rel="canonical"]').attr('href') ?? '';
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** How the environment must be set for another place than it is; undefined where it is that place. */
export function settingsFor(built: URL, siteUrl: string, basePath: string): string | undefined {
  const { origin, pathname } = new URL(basePath, siteUrl);
  const wanted = [
    ...(origin === built.origin ? [] : [`SITE_URL=${built.origin}`]),
    ...(pathname === built.pathname ? [] : [`BASE_PATH=${built.pathname}`]),
  ];
  return wanted.length > 0 ? wanted.join(' ') : undefined;
}
