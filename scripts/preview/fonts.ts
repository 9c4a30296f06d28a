/**
 * The fonts of the previews, from optional packages: each family is cut into files for ranges of characters,
 * and only those that a text needs are read.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FontDetails } from '@takumi-rs/core';

const require = createRequire(import.meta.url);

/** In the order of preference. `axes` is the part of a file's name that tells its variable axes. */
const families = [
  { name: 'Source Serif', pack: '@fontsource-variable/source-serif-4', axes: 'opsz' },
  { name: 'Noto Serif SC', pack: '@fontsource-variable/noto-serif-sc', axes: 'wght' },
  { name: 'Noto Serif HK', pack: '@fontsource-variable/noto-serif-hk', axes: 'wght' },
];

/** The packages, for the digest of what is drawn with them. */
export const fontPackages = families.map(({ pack }) => pack);

type Range = [first: number, last: number];

/** A file of a family, opened when a text first needs it. */
interface Slice {
  family: string;
  file: string;
  /** The characters that the file is for. It may lack some of them. */
  ranges: Range[];
  open?: { font: FontDetails; characters: ReadonlySet<number> };
}

export interface FontShelf {
  /** Whether one of the fonts draws the character. */
  hasGlyph(codePoint: number): boolean;
  /** The fonts that a text needs. */
  fontsFor(text: string): FontDetails[];
}

/** The fonts of the installed packages. Rejects where a package is missing. */
export async function openFonts(): Promise<FontShelf> {
  const { create } = await import('fontkitten');
  const shelf = families.map(listSlices);

  const open = (slice: Slice) => {
    if (slice.open) return slice.open;
    const data = readFileSync(slice.file);
    const font = create(data);
    if (!('characterSet' in font)) throw new Error(`${slice.file} holds several fonts.`);
    const characters = new Set(font.characterSet);
    // What a file claims and lacks is left to the next family.
    const ranges = toRanges(characters);
    slice.open = { characters, font: { name: slice.family, data, unicodeRange: ranges } };
    return slice.open;
  };
  // Titles share most of their characters.
  const known = new Map<number, Slice[]>();
  /** The slices that draw a character: one of each family that has it. */
  const slicesFor = (codePoint: number): Slice[] => {
    const found = known.get(codePoint);
    if (found) return found;
    const slices = shelf.flatMap(
      (slices) =>
        slices.find(
          (slice) =>
            slice.ranges.some(([first, last]) => first <= codePoint && codePoint <= last) &&
            open(slice).characters.has(codePoint),
        ) ?? [],
    );
    known.set(codePoint, slices);
    return slices;
  };

  return {
    hasGlyph: (codePoint) => slicesFor(codePoint).length > 0,
    fontsFor: (text) => {
      const needed = Array.from(text, (character) => slicesFor(character.codePointAt(0) ?? 0));
      return [...new Set(needed.flat())].map((slice) => open(slice).font);
    },
  };
}

function listSlices({ name, pack, axes }: (typeof families)[number]): Slice[] {
  const file = require.resolve(`${pack}/unicode.json`);
  const ranges = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([subset, list]) => {
    const part = subset.replace(/[[\]]/g, '');
    const font = `${path.basename(pack)}-${part}-${axes}-normal.woff2`;
    return {
      family: name,
      file: path.join(path.dirname(file), 'files', font),
      ranges: parseRanges(list),
    };
  });
}

/** Reads `U+4e00-4eff,U+3013`. */
function parseRanges(list: string): Range[] {
  return list.split(',').map((range) => {
    const [first = 0, last = first] = range
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return [first, last];
  });
}

function toRanges(characters: ReadonlySet<number>): Range[] {
  const ranges: Range[] = [];
  for (const codePoint of [...characters].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === codePoint - 1) last[1] = codePoint;
    else ranges.push([codePoint, codePoint]);
  }
  return ranges;
}
