/** Brings a folder of generated files to a wanted state: whole or not at all. */
import { createTwoFilesPatch } from 'diff';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What must change in a folder. Names are file names, contents are whole files. */
export interface TreePlan {
  directory: string;
  write: Map<string, string>;
  remove: string[];
  /** The present contents of files that change or go. */
  present: Map<string, string>;
}

/** Compares a folder with the files wanted in it; of the others, those that end in one of `extensions` go. */
export async function planTree(
  directory: string,
  wanted: ReadonlyMap<string, string>,
  extensions: readonly string[],
): Promise<TreePlan> {
  const names = await readdir(directory).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const plan: TreePlan = { directory, write: new Map(), remove: [], present: new Map() };
  const isOurs = (name: string) => extensions.some((extension) => name.endsWith(extension));
  for (const name of names.filter(isOurs)) {
    const present = await readFile(path.join(directory, name), 'utf8');
    if (wanted.get(name) === present) continue;
    plan.present.set(name, present);
    if (!wanted.has(name)) plan.remove.push(name);
  }
  for (const [name, content] of wanted) {
    if (!names.includes(name) || plan.present.has(name)) plan.write.set(name, content);
  }
  return plan;
}

/**
 * Carries a plan out. All files are first written beside their places under temporary names, and only when
 * each is on disk are they renamed: where writing fails, the folder is as it was.
 */
export async function applyTree({ directory, write, remove }: TreePlan): Promise<void> {
  const staged: { temporary: string; final: string }[] = [];
  await mkdir(directory, { recursive: true });
  try {
    for (const [name, content] of write) {
      const temporary = path.join(directory, `.${process.pid}-${staged.length}.tmp`);
      staged.push({ temporary, final: path.join(directory, name) });
      await writeFile(temporary, content, { flag: 'wx', flush: true });
    }
    for (const { temporary, final } of staged) await rename(temporary, final);
    for (const name of remove) await rm(path.join(directory, name));
  } finally {
    for (const { temporary } of staged) await rm(temporary, { force: true });
  }
}

/** A plan as a unified diff; empty where nothing changes. */
export function formatPlan({ directory, write, remove, present }: TreePlan): string {
  const patches = [...new Set([...write.keys(), ...remove])].sort().map((name) => {
    const file = path.join(path.relative(process.cwd(), directory), name);
    const before = present.get(name);
    const after = write.get(name);
    const from = before === undefined ? '/dev/null' : file;
    const to = after === undefined ? '/dev/null' : file;
    return createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
      context: 2,
    });
  });
  return patches.join('');
}
