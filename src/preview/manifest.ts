/**
 * Which pictures there are: scripts/draw-previews.ts writes it before the pages are built, the pages read it.
 * A picture's name is the digest of what it shows, so that one that has not changed is never drawn again.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const manifestSchema = z.strictObject({
  /** The digest of the picture of the site itself. */
  site: z.string().optional(),
  /** Those of the papers, by the last part of their address. */
  papers: z.record(z.string(), z.string()),
});

export type PreviewManifest = z.infer<typeof manifestSchema>;

/** The folder of all pictures and manifests. */
export function previewFolder(cacheDir: string): string {
  return path.join(cacheDir, 'previews');
}

export function pictureFile(folder: string, digest: string): string {
  return path.join(folder, `${digest}.png`);
}

/** The manifest of the library whose entries are in `papersDir`: each library has its own. */
export function manifestFile(folder: string, papersDir: string): string {
  const library = createHash('sha256').update(papersDir).digest('hex').slice(0, 8);
  return path.join(folder, `${library}.json`);
}

/** The manifest; without pictures where the file isn't there. Throws where it is not a manifest. */
export async function readManifest(file: string): Promise<PreviewManifest> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { papers: {} };
    throw error;
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error(
      `PREVIEW_MANIFEST_INVALID: ${file} can't be read. Delete it, and run "npm run build".`,
      { cause },
    );
  }
}

/** The pictures of a library and where they are: `preview.png` is that of the site, `papers/<segment>` a paper's. */
export async function listPictures(
  cacheDir: string,
  papersDir: string,
): Promise<{ id: string; file: string }[]> {
  const folder = previewFolder(cacheDir);
  const { site, papers } = await readManifest(manifestFile(folder, papersDir));
  const pictures = Object.entries(papers).map(([segment, digest]) => ({
    id: `papers/${segment}`,
    file: pictureFile(folder, digest),
  }));
  if (site !== undefined) pictures.push({ id: 'preview.png', file: pictureFile(folder, site) });
  return pictures;
}
