/** Paints preview cards as PNG. Everything it needs is an optional dependency. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cardTree, previewSize, type PreviewCard } from '../../src/preview/card.ts';
import { drawableText } from '../../src/preview/drawable.ts';
import { fontPackages, openFonts } from './fonts.ts';
import { readModules } from './read-modules.ts';

const require = createRequire(import.meta.url);
const renderer = '@takumi-rs/core';

export interface Painter {
  /** Changes with all that the picture depends on: what it says, the code that sets it, the fonts, the renderer. */
  digest(card: PreviewCard): string;
  paint(card: PreviewCard): Promise<{ png: Uint8Array; missing: string[] }>;
}

/** A painter, or why there is none: which optional dependency can't be loaded. */
export async function openPainter(): Promise<Painter | { reason: string }> {
  try {
    const makers = [
      ...[renderer, ...fontPackages].map(packageVersion),
      ...(await readModules(fileURLToPath(import.meta.url))).values(),
    ];
    const fonts = await openFonts();
    const { Renderer } = await import('@takumi-rs/core');
    const engine = new Renderer();
    return {
      digest: (card) =>
        createHash('sha256')
          .update(JSON.stringify([makers, card]))
          .digest('hex'),
      async paint(card) {
        const missing = new Set<string>();
        const drawable = (text: string) => {
          const drawn = drawableText(text, fonts.hasGlyph);
          for (const character of drawn.missing) missing.add(character);
          return drawn.text;
        };
        const tree = cardTree(mapTexts(card, drawable));
        const png = await engine.render(tree, {
          ...previewSize,
          lang: 'zh-CN',
          // The ellipsis stands in no text: lines that are cut get it.
          fonts: fonts.fontsFor(`${textsOf(tree)}\u2026`),
        });
        return { png, missing: [...missing] };
      },
    };
  } catch (error) {
    return {
      reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error),
    };
  }
}

/** The card with all its texts passed through `change`. */
function mapTexts(card: PreviewCard, change: (text: string) => string): PreviewCard {
  return {
    ...card,
    title: change(card.title),
    titleZh: card.titleZh && change(card.titleZh),
    tags: card.tags.map(({ name, nameZh }) => ({
      name: change(name),
      nameZh: nameZh && change(nameZh),
    })),
  };
}

function textsOf(tree: ReturnType<typeof cardTree>): string {
  if (tree.type === 'text') return tree.text;
  return 'children' in tree ? (tree.children ?? []).map(textsOf).join('') : '';
}

function packageVersion(name: string): string {
  // Some packages don't export their package.json: it lies above what they do export.
  const manifest = require.resolve.paths(name)?.map((folder) => `${folder}/${name}/package.json`);
  for (const file of manifest ?? []) {
    const text = readIfThere(file);
    if (text !== undefined) return `${name}@${(JSON.parse(text) as { version: string }).version}`;
  }
  throw new Error(`${name} is not installed`);
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
