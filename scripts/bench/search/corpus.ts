/** Makes a content folder for the site from a folder of intact notes. */
import { copyFile, glob, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { load } from 'cheerio';
import { z } from 'zod';

/** A line of a `.jsonl` file: notes, and the slug that their list knows them by. */
const noteSchema = z.object({ text: z.string(), slug: z.string().optional() });

export interface CorpusPaper {
  /** The last part of the address of its page. */
  segment: string;
  /** Its lines as a reader sees them, title first. */
  lines: string[];
}

/** Writes `lists/*.md` into `contentDir`: the lists of `folder`, or lists of the notes in its `.jsonl` files. */
export async function writeContent(folder: string, contentDir: string): Promise<void> {
  const lists = path.join(contentDir, 'lists');
  await mkdir(lists, { recursive: true });
  const given = path.join(folder, 'lists');
  const ready = (await namesIn(given)).filter((name) => name.endsWith('.md'));
  for (const name of ready) await copyFile(path.join(given, name), path.join(lists, name));
  for (const name of (await namesIn(folder)).filter((name) => name.endsWith('.jsonl'))) {
    const list = await toList(path.join(folder, name));
    await writeFile(path.join(lists, `${path.basename(name, '.jsonl')}.md`), list);
  }
}

async function toList(file: string): Promise<string> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim());
  const notes = lines.map((line, place) => {
    const parsed = noteSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${file}:${place + 1}: no object with "text".`);
    const { text, slug = `note-${place + 1}` } = parsed.data;
    return { text, slug, title: fromSlug(slug), month: monthOf(place) };
  });
  const entries = notes.map(
    ({ slug, title, month }) =>
      `- [${month}] **${title}**  \n[[Paper]()] [[Code/Page]()] [[TLDR/Notes](#${slug})]\n`,
  );
  const bodies = notes.map(({ slug, text }) => `## ${slug}\n\n${text.trim()}\n`);
  return ['# Paper List of Terms(Bench)', '', ...entries, '# TLDR/Notes', '', ...bodies].join('\n');
}

/** `rule-based--a-survey` was `Rule based: a survey`. */
function fromSlug(slug: string): string {
  return (
    slug.replace(/[{}*]/g, '').replaceAll('--', ': ').replaceAll('-', ' ').trim() || 'Untitled'
  );
}

/** The papers spread over five years, so that filters have something to do. */
function monthOf(place: number): string {
  const month = place % 60;
  return `${21 + Math.floor(month / 12)}/${String((month % 12) + 1).padStart(2, '0')}`;
}

/** What the built pages say: as a reader sees them, without what is beside the text. */
export async function readCorpus(outDir: string): Promise<CorpusPaper[]> {
  const names = (await Array.fromAsync(glob('papers/*/index.html', { cwd: outDir }))).sort();
  return Promise.all(
    names.map(async (name) => ({
      segment: path.basename(path.dirname(name)),
      lines: linesOf(await readFile(path.join(outDir, name), 'utf8')),
    })),
  );
}

function linesOf(html: string): string[] {
  const page = load(html);
  page('[data-pagefind-ignore], annotation, .permalink').remove();
  const blocks = page('[data-pagefind-body] :is(h1, h2, h3, h4, p, li, td, th)');
  return blocks
    .toArray()
    .map((block) => {
      const own = page(block).clone();
      own.find('p, li, ul, ol').remove();
      return own.text().replace(/\s+/gu, ' ').trim();
    })
    .filter((line) => line !== '');
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}
