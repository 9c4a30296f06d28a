/** The pictures that link previews show, as pages refer to them. */
import { readFile } from 'node:fs/promises';
import { previewSize } from '../preview/card.ts';
import { manifestFile, pictureFile, previewFolder, readManifest } from '../preview/manifest.ts';
import { readSettings } from '../settings.ts';
import { assetHref } from './links.ts';

export interface PreviewImage {
  /** The address within the site. Open Graph wants it with the origin: `new URL(href, Astro.site)`. */
  href: string;
  width: number;
  height: number;
  type: 'image/png';
}

const { cacheDir, papersDir } = readSettings();
const folder = previewFolder(cacheDir);
const manifest = await readManifest(manifestFile(folder, papersDir));

/** The picture of a paper, or without a segment of the site; undefined where none was drawn. */
export function previewImage(segment?: string): PreviewImage | undefined {
  const href = previewImageHref(segment);
  return href === undefined ? undefined : { href, ...previewSize, type: 'image/png' };
}

/** The address of that picture. */
export function previewImageHref(segment?: string): string | undefined {
  if (digestOf(segment) === undefined) return undefined;
  return assetHref(
    segment === undefined ? 'preview.png' : `papers/${encodeURI(segment)}/preview.png`,
  );
}

/** The segments of the papers that have a picture. */
export function paperPreviews(): string[] {
  return Object.keys(manifest.papers);
}

/** The picture itself; undefined where none was drawn. */
export async function readPreview(segment?: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const digest = digestOf(segment);
  return digest === undefined ? undefined : readFile(pictureFile(folder, digest));
}

function digestOf(segment: string | undefined): string | undefined {
  if (segment === undefined) return manifest.site;
  return Object.hasOwn(manifest.papers, segment) ? manifest.papers[segment] : undefined;
}
