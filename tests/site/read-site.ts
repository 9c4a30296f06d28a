/** Reads a built site's pages as documents. */
import { load, type CheerioAPI } from 'cheerio';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Site } from '../build-sites.ts';

/** The page at an address of the site, e.g. `/tags/`. The base path is not part of it. */
export function readPage({ outDir }: Site, address: string): CheerioAPI {
  const file = address.endsWith('/') ? `${address}index.html` : address;
  return load(readFileSync(path.join(outDir, decodeURIComponent(file)), 'utf8'));
}

/** The pages that readers read, as paths below the site's folder. */
export function listPages(site: Site): string[] {
  return listFiles(site).filter((file) => !leadsOn(site, file));
}

/** The pages that only lead on to another, as paths below the site's folder. */
export function listRedirects(site: Site): string[] {
  return listFiles(site).filter((file) => leadsOn(site, file));
}

function listFiles({ outDir }: Site): string[] {
  return readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort();
}

function leadsOn({ outDir }: Site, file: string): boolean {
  return readFileSync(path.join(outDir, file), 'utf8').includes('http-equiv="refresh"');
}
