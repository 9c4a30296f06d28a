import { LinkChecker, LinkState } from 'linkinator';
import { expect, test } from 'vitest';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { listPages } from './read-site.ts';

test.each(Object.values(sites))(
  'every internal link and fragment of the $name site leads somewhere, beneath its base path',
  async (site) => {
    await using server = await serveSite(site);
    const { origin } = new URL(server.url);
    const { links } = await new LinkChecker().check({
      path: server.url,
      recurse: true,
      checkFragments: true,
      checkCss: true,
      // Other hosts are not this test's business, but a link that leaves the base path is.
      linksToSkip: async (link) => !link.startsWith(origin),
    });
    const describe = (state: LinkState) =>
      links
        .filter((link) => link.state === state)
        .map(({ url, parent, status }) => `${status} ${url} on ${parent}`);
    expect(describe(LinkState.BROKEN)).toEqual([]);
    const followed = describe(LinkState.OK);
    // Each page but the one for lost readers is reached.
    expect(followed.length).toBeGreaterThanOrEqual(listPages(site).length - 1);
    expect(followed.filter((link) => !link.includes(server.url))).toEqual([]);
  },
);
