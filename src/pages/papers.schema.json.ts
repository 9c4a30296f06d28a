/** What papers.json looks like, for those who read it. */
import type { APIRoute } from 'astro';
import { assetHref } from '../lib/links.ts';
import { catalogueJsonSchema } from '../papers/catalogue.ts';

export const GET: APIRoute = ({ site }) =>
  Response.json(catalogueJsonSchema(new URL(assetHref('papers.schema.json'), site).href));
