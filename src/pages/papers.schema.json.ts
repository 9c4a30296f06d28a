import type { APIRoute } from 'astro';
import { assetHref, fullAddress } from '../lib/links.ts';
import { catalogueJsonSchema } from '../papers/catalogue.ts';

/** The shape of papers.json. */
export const GET: APIRoute = () =>
  Response.json(catalogueJsonSchema(fullAddress(assetHref('papers.schema.json'))));
