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
 * Parses from one heading of the first two levels to another, so that a list of any length fits into memory.
 * A parse also reads the heading that it ends at: if that isn't one of the file's own blocks, a code block is
 * open there, and the next parse goes twice as far.
 */
function headingsOf(lines: readonly string[]): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  const ends = lines.flatMap((line, index) => (index > 0 && /^##?[ \t]/.test(line) ? [index] : []));
  let start = 0;
  let reach = 1;
  for (let place = 0; start < lines.length;) {
    const end = ends[place + reach - 1] ?? lines.length;
    const tree = parser.parse(lines.slice(start, end + 1).join('\n'));
    if (end < lines.length && !endsInHeading(tree, end - start + 1)) {
      reach *= 2;
      continue;
    }
    for (const heading of headingsIn(tree, start)) if (heading.line <= end) found.push(heading);
    start = end;
    place += reach;
    reach = 1;
  }
  return found;
}

function endsInHeading({ children }: Root, line: number): boolean {
  const last = children.at(-1);
  return last?.type === 'heading' && last.position?.start.line === line;
}

function headingsIn(tree: Root, linesBefore: number): { line: number; text: string }[] {
  const headings: { line: number; text: string }[] = [];
  visit(tree, 'heading', (node) => {
    headings.push({
      line: linesBefore + (node.position?.start.line ?? 1),
      text: toString(node, { includeImageAlt: false, includeHtml: false }),
    });
  });
  return headings;
}
