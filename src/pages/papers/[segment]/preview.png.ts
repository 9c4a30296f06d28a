/** The picture that link previews show of a paper. */
import type { APIRoute } from 'astro';
import { paperPreviews, readPreview } from '../../../lib/previews.ts';

export async function getStaticPaths() {
  return (await paperPreviews()).map((segment) => ({ params: { segment } }));
}

export const GET: APIRoute = async ({ params }) =>
  new Response((await readPreview(params['segment'])) ?? null, {
    headers: { 'content-type': 'image/png' },
  });
