import { expect, test } from 'vitest';
import { checkSite } from '../../scripts/links/check-site.ts';
import { sites } from '../build-sites.ts';
import { listPages } from './read-site.ts';

test.each(Object.values(sites))(
  'every internal link and fragment of the $name site leads somewhere, beneath its base path',
  async (site) => {
    const { links } = await checkSite({
      outDir: site.outDir,
      basePath: site.base,
      siteUrl: 'https://papers.example.org',
    });
    expect(links.broken).toEqual([]);
    expect(links.followed).toBeGreaterThanOrEqual(listPages(site).length);
    // What is asked of other hosts is on other hosts.
    for (const address of links.external.keys())
      expect(address).not.toMatch(/^https:\/\/papers\.example\.org/);
  },
);
