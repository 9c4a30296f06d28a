/** The picture that link previews show of the site: `/preview.png`, where it was drawn. */
import type { APIRoute } from 'astro';
import { previewImage, readPreview } from '../lib/previews.ts';

export async function getStaticPaths() {
  return (await previewImage()) ? [{ params: { picture: 'preview' } }] : [];
}

export const GET: APIRoute = async () =>
  new Response((await readPreview()) ?? null, { headers: { 'content-type': 'image/png' } });
