/** A paper's section of a list: its abstract and its notes, freed of the generator's stray code fences. */
import { withoutInvisible } from './visible-text.ts';

export interface NotesSection {
  /** The text beneath `### Abstract`: prose with LaTeX commands, hard-wrapped. Empty where there is none. */
  abstract: string;
  /** The notes: Markdown, from the heading with the Chinese title on. Empty where there are none. */
  notes: string;
  titleZh?: string;
}

/** The same, and where it stood: places in the lines that it was split from, from 0. */
export interface SplitSection extends NotesSection {
  /** Of the heading `### Abstract`; missing where there is none. */
  abstractAt?: number;
  /** Of each line of `notes`. */
  notesAt: number[];
}

const fencePattern = /^ {0,3}(`{3,}|~{3,})\s*([^`]*?)\s*$/;
const headingPattern = /^#{1,6}\s/;
const abstractHeading = /^#{1,6}\s+abstract\s*$/i;

/** The heading that carries the Chinese title: `### 🌟 论文解读 | CAPO：…` */
export const titleHeading = /论文解读\s*[|｜]\s*(.+?)\s*$/;

/** Splits the lines beneath a section's `## slug` heading. */
export function splitSection(lines: readonly string[]): SplitSection {
  const stray = strayFences(lines);
  const kept = lines.map((line, at) => ({ line, at })).filter(({ at }) => !stray.has(at));
  const start = kept.findIndex(({ line }) => abstractHeading.test(line));
  const next = kept.findIndex(({ line }, index) => index > start && headingPattern.test(line));
  const end = next < 0 ? kept.length : next;
  const abstract = start < 0 ? [] : kept.slice(start + 1, end);
  // What stands before the abstract is nobody's by the format, but it is the list's: keep it with the notes.
  const rest = start < 0 ? kept : [...kept.slice(0, start), ...kept.slice(end)];
  const isBlank = ({ line }: { line: string }) => line.trim() === '';
  const first = rest.findIndex((line) => !isBlank(line));
  const notes =
    first < 0 ? [] : rest.slice(first, rest.findLastIndex((line) => !isBlank(line)) + 1);
  const title = notes.find(({ line }) => headingPattern.test(line) && titleHeading.test(line));
  const titleZh = title && unquote(titleHeading.exec(withoutInvisible(title.line))?.[1] ?? '');
  const abstractAt = kept[start]?.at;
  return {
    abstract: textOf(abstract),
    notes: textOf(notes),
    ...(titleZh ? { titleZh } : {}),
    ...(abstractAt === undefined ? {} : { abstractAt }),
    notesAt: notes.map(({ at }) => at),
  };
}

function textOf(lines: readonly { line: string }[]): string {
  return lines
    .map(({ line }) => line)
    .join('\n')
    .trim();
}

/**
 * Drops fences that are not code: the language model that wrote the notes wrapped its whole answer in ```,
 * and left to stand they would show all the notes as code. A fence stays only where it is paired and holds
 * no heading, or names a language.
 */
export function unwrapFences(lines: readonly string[]): string[] {
  const stray = strayFences(lines);
  return lines.filter((_, index) => !stray.has(index));
}

function strayFences(lines: readonly string[]): Set<number> {
  const drop = new Set<number>();
  let open: { index: number; language: string; fence: string; heading: boolean }[] = [];
  lines.forEach((line, index) => {
    const match = fencePattern.exec(line);
    const current = open.at(-1);
    if (!match) {
      if (headingPattern.test(line) && !current?.language)
        for (const fence of open) fence.heading = true;
      return;
    }
    const [, fence = '', info = ''] = match;
    const language = /^(markdown|md|text)?$/i.test(info) ? '' : info;
    const closes =
      current &&
      info === '' &&
      fence[0] === current.fence[0] &&
      fence.length >= current.fence.length;
    if (!closes) {
      open.push({ index, language, fence, heading: false });
      return;
    }
    open = open.slice(0, -1);
    if (current.heading) drop.add(current.index).add(index);
  });
  for (const { index } of open) drop.add(index);
  return drop;
}

/** Takes off quotation marks that enclose the whole title: `"…"`, `“…”`, `《…》` are kept where they don't. */
function unquote(title: string): string {
  const match = /^(?:"([^"]+)"|“([^“”]+)”|《([^《》]+)》)$/.exec(title);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? title;
}
