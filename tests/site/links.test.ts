import { expect, test } from 'vitest';
import { checkInternalLinks } from '../../scripts/links/internal.ts';
import { sites } from '../build-sites.ts';
import { serveSite } from '../serve-site.ts';
import { listPages } from './read-site.ts';

test.each(Object.values(sites))(
  'every internal link and fragment of the $name site leads somewhere, beneath its base path',
  async (site) => {
    await using server = await serveSite(site);
    const { broken, followed } = await checkInternalLinks(server.url, 'https://papers.example.org');
    expect(broken).toEqual([]);
    // Each page but the one for lost readers is reached.
    expect(followed).toBeGreaterThanOrEqual(listPages(site).length - 1);
  },
);
