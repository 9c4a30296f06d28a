/** The pictures that link previews show, as pages refer to them. */
import { getEntry } from 'astro:content';
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
  if (!(await fileOf(segment))) return undefined;
  const file = segment === undefined ? 'preview.png' : `papers/${encodeURI(segment)}/preview.png`;
  return { url: fullAddress(assetHref(file)), ...previewSize, type: 'image/png' };
}

/** The segments of the papers that have a picture. */
export async function paperPreviews(): Promise<string[]> {
  return Object.keys(await files())
    .filter((id) => id.startsWith(PAPERS))
    .map((id) => id.slice(PAPERS.length));
}

/** The picture itself; undefined where none was drawn. */
export async function readPreview(segment?: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const file = await fileOf(segment);
  return file === undefined ? undefined : readFile(file);
}

async function fileOf(segment: string | undefined): Promise<string | undefined> {
  return (await files())[segment === undefined ? SITE : `${PAPERS}${segment}`];
}

async function files(): Promise<Record<string, string>> {
  return (await getEntry('previews', 'previews'))?.data.files ?? {};
}
