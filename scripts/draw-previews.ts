/**
 * Draws the pictures that link previews show, one for each paper and one for the site: a step of
 * `npm run build`, before the pages. A picture whose paper has not changed is kept. Where an optional
 * dependency is missing there are no pictures, and the build goes on.
 */
import matter from 'gray-matter';
import { access, glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import { paperSchema } from '../src/papers/schema.ts';
import { parseTopics } from '../src/papers/topics.ts';
import type { PreviewCard } from '../src/preview/card.ts';
import { paperCard, siteCard } from '../src/preview/cards.ts';
import { MISSING } from '../src/preview/drawable.ts';
import {
  manifestFile,
  pictureFile,
  previewFolder,
  type PreviewManifest,
} from '../src/preview/manifest.ts';
import { readSettings } from '../src/settings.ts';
import { removeUnused } from './preview/cache.ts';
import { openPainter, type Painter } from './preview/painter.ts';
import { readSources } from './read-sources.ts';
import { writeWhole } from './write-whole.ts';

/** Painting is done off the main thread: a few at a time keep all cores busy. */
const AT_ONCE = 4;

const { cacheDir, contentDir, papersDir } = readSettings();
const folder = previewFolder(cacheDir);
const manifest: PreviewManifest = { papers: {} };

const painter = await openPainter();
if ('reason' in painter) {
  console.log(
    `No preview pictures: ${painter.reason}. ` +
      'They need the optional dependencies of package.json: run "npm ci" without --omit=optional.',
  );
} else {
  const { topics: source } = await readSources(contentDir);
  const topics = source ? parseTopics(source.text, source.file).topics : [];
  const jobs = await Array.fromAsync(glob('*.mdx', { cwd: papersDir }), async (name) => {
    const { data } = matter(await readFile(path.join(papersDir, name), 'utf8'));
    return { segment: name.replace(/\.mdx$/, ''), entry: paperSchema.parse(data) };
  });
  const cards = jobs.map(({ segment, entry }) => ({ segment, card: paperCard(entry, topics) }));
  const entries = jobs.map(({ entry }) => entry);
  const { painted, kept } = await drawAll(
    [{ segment: undefined, card: siteCard(entries, topics) }, ...cards],
    painter,
  );
  console.log(`Previews: ${painted} painted, ${kept} kept.`);
}
await writeWhole(manifestFile(folder, papersDir), JSON.stringify(manifest));
await removeUnused(folder);

async function drawAll(
  jobs: { segment: string | undefined; card: PreviewCard }[],
  painter: Painter,
): Promise<{ painted: number; kept: number }> {
  const counts = { painted: 0, kept: 0 };
  const queue = jobs.values();
  const work = async () => {
    for (const { segment, card } of queue) {
      const digest = painter.digest(card);
      const file = pictureFile(folder, digest);
      if (await exists(file)) counts.kept += 1;
      else if (await draw(file, card, painter)) counts.painted += 1;
      else continue;
      if (segment === undefined) manifest.site = digest;
      else manifest.papers[segment] = digest;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return counts;
}

/** Paints one picture into its file. A card that can't be painted is reported and has no picture. */
async function draw(file: string, card: PreviewCard, painter: Painter): Promise<boolean> {
  try {
    const { png, missing } = await painter.paint(card);
    if (missing.length > 0) {
      console.warn(
        `warning PREVIEW_CHARACTER_MISSING: no font of the previews has ${missing.join(' ')}, ` +
          `which stands in “${card.title}”. The picture shows ${MISSING} instead.`,
      );
    }
    await writeWhole(file, png);
    return true;
  } catch (error) {
    console.warn(
      `warning PREVIEW_FAILED: there is no preview picture of “${card.title}”: ` +
        (error instanceof Error ? error.message : String(error)),
    );
    return false;
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
