/** Writes a paper as plain Markdown, for programs and for people who take it along. */
import matter from 'gray-matter';
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What the front matter says, in this order. What is undefined is left out. */
export interface MarkdownFacts {
  title: string;
  titleZh?: string | undefined;
  date: string;
  arxiv?: string | undefined;
  paper?: string | undefined;
  code?: string | undefined;
  terms: string[];
  topics: string[];
  lists: string[];
  /** The paper's page on this site. */
  url: string;
}

const writer = unified()
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkMath)
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' });

/** The whole file. Links to other places of the list lead to `listPage`. */
export function renderMarkdown(facts: MarkdownFacts, body: Root, listPage: string): string {
  const tree = structuredClone(body);
  visit(tree, ['link', 'definition'], (node) => {
    if ('url' in node && node.url.startsWith('#')) node.url = listPage + node.url;
  });
  const title = { type: 'text', value: facts.title } as const;
  tree.children.unshift({ type: 'heading', depth: 1, children: [title] });
  const given = Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  );
  // YAML lines stay whole, so that a long title is one line.
  const options = { lineWidth: -1 } as object;
  return matter.stringify(`\n${writer.stringify(tree)}`, given, options);
}
