/** The pictures that link previews show, as pages refer to them. */
import { getCollection, getEntry } from 'astro:content';
import { readFile } from 'node:fs/promises';
import { previewSize } from '../preview/card.ts';
import { assetHref } from './links.ts';
import type { Paper } from './papers.ts';
import { siteStrings } from './strings/site.ts';

/** The picture that stands for a page where somebody links to it. */
export interface PreviewImage {
  /** Absolute. */
  url: string;
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
}

/** The ids that src/preview/manifest.ts gives. */
const SITE = 'preview.png';
const PAPERS = 'papers/';

/**
 * The picture of a paper, or without one that of the site; undefined where none was drawn. `site` is the origin
 * that the site is served from.
 */
export async function previewImage(
  site: URL | undefined,
  paper?: Pick<Paper, 'segment' | 'title' | 'titleZh'>,
): Promise<PreviewImage | undefined> {
  if (!(await entryOf(paper?.segment))) return undefined;
  const { en, zh } = siteStrings;
  const alt = paper
    ? [paper.title, paper.titleZh, en.siteName]
    : [en.siteName, zh.siteName, en.tagline];
  return {
    url: new URL(previewHref(paper?.segment), site).href,
    ...previewSize,
    alt: alt.filter((part) => part !== undefined).join(' · '),
  };
}

function previewHref(segment: string | undefined): string {
  return assetHref(
    segment === undefined ? 'preview.png' : `papers/${encodeURI(segment)}/preview.png`,
  );
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
