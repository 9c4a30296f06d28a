/**
 * The files of a built site that are no pages: feeds, the sitemap, papers as Markdown, citations, data. Programs
 * follow their addresses, so these must lead somewhere, too.
 */
import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import matter from 'gray-matter';
import { visit } from 'unist-util-visit';
import { fragmentHref } from '../../src/lib/fragment.ts';
import type { FragmentPage } from '../../src/papers/anchors/fragment-map.ts';
import { parseMarkdown } from '../../src/papers/markdown.ts';

/** The addresses in each such file of a site, by the file's path below the site's folder, with slashes. */
export async function readDataFiles(outDir: string, base: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const names = glob('**/*.{xml,json,md,txt,bib,ris}', {
    cwd: outDir,
    exclude: ['pagefind', '_astro'],
  });
  for await (const name of names) {
    const file = name.split(path.sep).join('/');
    const addresses = addressesOf(file, await readFile(path.join(outDir, name), 'utf8'), base);
    found.set(file, [...new Set(addresses)]);
  }
  return found;
}

/** The addresses in a file's text. Those beneath the site's root that are not absolute begin with `base`. */
export function addressesOf(file: string, text: string, base: string): string[] {
  // The resolver's map alone has addresses that are relative to the site.
  if (file === 'fragments.json') return fragmentAddresses(JSON.parse(text), base);
  const kind = path.extname(file);
  if (kind === '.json') return stringsIn(JSON.parse(text)).flatMap(addressesIn);
  if (kind === '.xml') return xmlAddresses(text);
  if (kind === '.md' || file === 'llms.txt') return markdownAddresses(text);
  return Array.from(text.matchAll(/https?:\/\/[^\s{}]+/g), ([address]) => address);
}

function fragmentAddresses(map: readonly FragmentPage[], base: string): string[] {
  return map.flatMap(({ page, ids }) =>
    Object.keys(ids).map((id) => base + page + fragmentHref(id)),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((part: unknown) => stringsIn(part));
}

/** A text that is an address, or the links of one that is HTML. */
function addressesIn(value: string): string[] {
  const text = value.trim();
  if (/^https?:\/\/\S+$/i.test(text)) return [text];
  if (!/<[a-z][^>]*>/i.test(text)) return [];
  const html = load(text, null, false);
  return html('[href], [src]')
    .toArray()
    .map((element) => html(element).attr('href') ?? html(element).attr('src') ?? '');
}

function xmlAddresses(text: string): string[] {
  const xml = load(text, { xml: true });
  return xml('*')
    .toArray()
    .flatMap((element) => {
      const attributes = Object.entries(xml(element).attr() ?? {});
      const own = attributes.filter(([name]) => !name.startsWith('xmlns'));
      const isLeaf = xml(element).children().length === 0;
      const values = own.map(([, value]) => value);
      return [...values, ...(isLeaf ? [xml(element).text()] : [])];
    })
    .flatMap((value) => addressesIn(value));
}

function markdownAddresses(text: string): string[] {
  const { data, content } = matter(text);
  const addresses = stringsIn(data).flatMap(addressesIn);
  visit(parseMarkdown(content), ['link', 'definition', 'image'], (node) => {
    // A fragment alone is for whatever shows the file.
    if ('url' in node && !node.url.startsWith('#')) addresses.push(node.url);
  });
  return addresses;
}
