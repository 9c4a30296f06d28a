/** The pictures that link previews show, as pages refer to them. */
import { getCollection, getEntry } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { previewSize } from '../preview/card.ts';
import { assetHref, fullAddress } from './links.ts';

/** The picture that stands for a page where somebody links to it. */
export interface PreviewImage {
  /** With its host, as Open Graph wants it. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  type: 'image/png';
}

/** The ids that src/preview/manifest.ts gives. */
const SITE = 'preview.png';
const PAPERS = 'papers/';

/** The picture of a paper, or without a segment of the site; undefined where none was drawn. */
export async function previewImage(segment?: string): Promise<PreviewImage | undefined> {
  if (!(await entryOf(segment))) return undefined;
  const file = segment === undefined ? 'preview.png' : `papers/${encodeURI(segment)}/preview.png`;
  return { url: fullAddress(assetHref(file)), ...previewSize, type: 'image/png' };
}

/** The segments of the papers that have a picture. */
export async function paperPreviews(): Promise<string[]> {
  const entries = await getCollection('previews', ({ id }) => id.startsWith(PAPERS));
  return entries.map(({ id }) => id.slice(PAPERS.length));
}

/** The picture itself; undefined where none was drawn. */
export async function readPreview(segment?: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const entry = await entryOf(segment);
  return entry && readFile(entry.data.file);
}

function entryOf(segment: string | undefined) {
  return getEntry('previews', segment === undefined ? SITE : `${PAPERS}${segment}`);
}
