/**
 * The fragments that GitHub gives to a README's headings: the rendered text of each, in the order of the
 * whole file, as github-slugger spells it. What stands in a code block is no heading there, stray fences
 * included. Headings written as raw HTML are left out: these lists hold none.
 */
import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

export interface GitHubHeading {
  /** Lines count from 1. */
  line: number;
  /** Empty where the heading holds neither a letter nor a digit. */
  id: string;
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** The headings of a Markdown file with their ids, in order. */
export function gitHubHeadings(markdown: string): GitHubHeading[] {
  const slugger = new GithubSlugger();
  return headingsOf(markdown.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)).map(({ line, text }) => ({
    line,
    id: slugger.slug(text),
  }));
}

/**
 * Reads from one heading of the first two levels to another, so that a list of any length fits into memory.
 * Each part is read with the heading that it ends at: if that isn't one of the file's own blocks, a code block
 * is open there, and the next reading goes twice as far.
 */
function headingsOf(lines: readonly string[]): Heading[] {
  const found: Heading[] = [];
  const ends = lines.flatMap((line, index) => (index > 0 && /^##?[ \t]/.test(line) ? [index] : []));
  let start = 0;
  let reach = 1;
  for (let place = 0; start < lines.length;) {
    const end = ends[place + reach - 1] ?? lines.length;
    const headings = headingsOfPart(lines.slice(start, end + 1));
    const isWhole =
      end === lines.length || headings.some(({ line, isOwn }) => isOwn && line === end - start + 1);
    if (!isWhole) {
      reach *= 2;
      continue;
    }
    for (const { line, text } of headings) {
      if (line <= end - start) found.push({ line: start + line, text });
    }
    start = end;
    place += reach;
    reach = 1;
  }
  return found;
}

interface Heading {
  line: number;
  text: string;
}

/** `isOwn` tells a block of the part's own from one within a quote or an item. */
function headingsOfPart(lines: readonly string[]): (Heading & { isOwn: boolean })[] {
  if (lines.every(isPlain)) {
    return lines.flatMap((line, index) =>
      /^#{1,6}(?:[ \t]|$)/.test(line)
        ? headingsIn(parser.parse(line)).map((heading) => ({ ...heading, line: index + 1 }))
        : [],
    );
  }
  return headingsIn(parser.parse(lines.join('\n')));
}

/**
 * Whether a line can be told for a heading or none by itself. It can't where it may begin or end a block of
 * code or HTML, underline a heading, or hold one within a quote or an item. To parse all would take a hundred
 * times as long.
 */
function isPlain(line: string): boolean {
  const inner = line.replace(/^(?:[ \t>*+-]|\d+[.)])+/, '');
  return !/^(?:`{3}|~{3}|<|=+[ \t]*$)/.test(inner) && (inner === line || !/^(?:#|$)/.test(inner));
}

function headingsIn(tree: Root): (Heading & { isOwn: boolean })[] {
  const headings: (Heading & { isOwn: boolean })[] = [];
  visit(tree, 'heading', (node, _, parent) => {
    headings.push({
      line: node.position?.start.line ?? 1,
      text: toString(node, { includeImageAlt: false, includeHtml: false }),
      isOwn: parent === tree,
    });
  });
  return headings;
}
