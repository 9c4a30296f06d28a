/** Welcomes crawlers. They read it at the root of a host only: beneath a base path it serves people. */
import type { APIRoute } from 'astro';
import { assetHref } from '../lib/links.ts';

export const GET: APIRoute = ({ site }) => {
  const sitemap = new URL(assetHref('sitemap-index.xml'), site).href;
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`);
};
