/** Where papers are, for readers who ask for an address that is not quite one. */
import type { APIRoute } from 'astro';
import { loadLibrary } from '../lib/library.ts';
import { addressBook } from '../papers/other-addresses.ts';

export const GET: APIRoute = async () => {
  const { papers, redirects } = await loadLibrary();
  return Response.json(addressBook(papers, redirects));
};
