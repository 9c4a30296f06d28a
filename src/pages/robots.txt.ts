import type { APIRoute } from 'astro';
import { assetHref, fullAddress } from '../lib/links.ts';

/** Crawlers may read everything. Of use at the root of a host only (RFC 9309, section 2.3). */
export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${fullAddress(assetHref('sitemap-index.xml'))}\n`,
  );
