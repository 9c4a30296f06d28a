/** Puts a folder that is complete in the place of another: what is served is one of the two, never a half. */
import { randomUUID } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * Moves `staged` to `target`, and removes what `target` held before; on another file system it is copied there
 * first. Where anything fails, `target` is as it was. Throws where `target` holds something else than a folder
 * of this kind, by the files that `marks` names: nobody's own files are to be removed.
 */
export async function replaceFolder(
  staged: string,
  target: string,
  marks: readonly string[],
): Promise<void> {
  const before = await readdir(target).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  if (before.length > 0 && !marks.every((mark) => before.includes(mark))) {
    throw new Error(
      `FOLDER_NOT_OURS: ${target} holds other files (${before.slice(0, 3).join(', ')}), which would be removed. ` +
        'Name an empty folder, or one that an earlier build made.',
    );
  }
  const beside = (name: string) => `${path.resolve(target)}.${name}-${randomUUID()}`;
  const [next, last] = [beside('next'), beside('last')];
  await mkdir(path.dirname(path.resolve(target)), { recursive: true });
  try {
    await move(staged, next);
    // An empty folder is as good as none.
    if (before.length === 0) await rm(target, { recursive: true, force: true });
    else await rename(target, last);
    await rename(next, target).catch(async (error: unknown) => {
      if (before.length > 0) await rename(last, target);
      throw error;
    });
  } finally {
    await rm(next, { recursive: true, force: true });
  }
  await rm(last, { recursive: true, force: true });
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true, force: true });
  }
}
