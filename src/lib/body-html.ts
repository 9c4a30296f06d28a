/** An entry's body where it is not a page of its own: among others on a list's page, in a feed. */
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Root } from 'mdast';
import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { formulaToText } from '../papers/latex/formula-text.ts';
import { katexOptions } from '../papers/latex/set-formula.ts';
import { remarkPlugins } from '../papers/markdown.ts';
import { rehypeFitPage } from './rehype-fit-page.ts';
import { rehypeHeadingIds } from './rehype-heading-ids.ts';
import { rehypeHeadingLines } from './rehype-heading-lines.ts';
import { rehypeLanguageSections } from './rehype-language-sections.ts';
import { sendToList } from './rehype-list-links.ts';
import { rehypeUnder } from './rehype-under.ts';

const reader = unified().use(remarkParse).use(remarkPlugins).use(remarkMdx);
const writer = unified().use(rehypeStringify);

/** The syntax tree of an entry's body, without what MDX needs. */
export function parseBody(body: string): Root {
  return reader.parse(body);
}

export interface PlaceInPage {
  /** The level of the heading that stands above the body. */
  level: number;
  /** The ids of a heading, by its number from 0 and its text; the first is its own. */
  idsOf: (heading: number, text: string) => string[];
  /** Tells footnotes of this body from those of others. */
  footnotePrefix: string;
  /** The page of the list that its links to fragments are of, where it is not this page. */
  ownList?: string;
}

/** A body as a part of a page of this site. */
export async function bodyInPage(
  body: string,
  { level, idsOf, footnotePrefix, ownList }: PlaceInPage,
): Promise<string> {
  const tree = await unified()
    .use(remarkRehype, { clobberPrefix: footnotePrefix })
    // Before there are ids of this page, which the other list may have for another place.
    .use(() => (tree) => {
      if (ownList !== undefined) sendToList(tree as HtmlRoot, ownList, []);
    })
    // Ids come first: they are those of the text, not of the math set from it.
    .use(rehypeHeadingIds, idsOf)
    .use(rehypeHeadingLines)
    .use(rehypeKatex, katexOptions)
    .use(rehypeFitPage)
    .use(rehypeLanguageSections)
    .use(rehypeUnder, level)
    .run(parseBody(body));
  prefixFootnoteLabel(tree as HtmlRoot, footnotePrefix);
  markAddresses(tree as HtmlRoot);
  return writer.stringify(tree as HtmlRoot);
}

/** Where a body that leaves the site came from, and what stands above it. Addresses are absolute. */
export interface Origin {
  /** The address of the paper's page. */
  page: string;
  /** The address of the page of its list. */
  list: string;
  /** Shown before the body. */
  links: readonly { label: string; href: string }[];
}

/**
 * A body for programs that show what they will of HTML: only plain elements and absolute addresses, and
 * formulas as text, because readers of feeds drop MathML and leave a heap of letters.
 */
export async function bodyInFeed(body: string, { page, list, links }: Origin): Promise<string> {
  const tree = parseBody(body);
  visit(tree, ['inlineMath', 'math'], (node, index, parent) => {
    if (!parent || index === undefined || !('value' in node)) return;
    const { type, value } = node;
    const text = { type: 'text', value: formulaToText(value) } as const;
    parent.children[index] = type === 'math' ? { type: 'paragraph', children: [text] } : text;
  });
  const html = (await unified()
    .use(remarkRehype, { clobberPrefix: '' })
    .use(rehypeLanguageSections)
    .run(tree)) as HtmlRoot;
  sendToList(html, list, []);
  // What is left leads to footnotes, which the item holds.
  visit(html, 'element', ({ properties }) => {
    const { href } = properties;
    if (typeof href === 'string') properties['href'] = new URL(href, page).href;
  });
  if (links.length > 0) html.children.unshift(linkLine(links));
  return writer.stringify(html);
}

function linkLine(links: Origin['links']): Element {
  const children = links.flatMap(({ label, href }, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text', value: ' · ' } as const] : []),
    {
      type: 'element',
      tagName: 'a',
      properties: { href },
      children: [{ type: 'text', value: label }],
    },
  ]);
  return { type: 'element', tagName: 'p', properties: {}, children };
}

/** A link that reads as its address need not be spelled out on paper. */
function markAddresses(tree: HtmlRoot): void {
  visit(tree, 'element', (node) => {
    if (node.tagName === 'a' && toString(node) === node.properties['href'])
      node.properties['className'] = ['address'];
  });
}

/** remark-rehype prefixes the ids of footnotes, but not that of the heading above them. */
function prefixFootnoteLabel(tree: HtmlRoot, prefix: string): void {
  visit(tree, 'element', ({ properties }) => {
    const { id, ariaDescribedBy } = properties;
    if (id === 'footnote-label') properties['id'] = prefix + id;
    if (ariaDescribedBy) properties['ariaDescribedBy'] = [`${prefix}footnote-label`];
  });
}
