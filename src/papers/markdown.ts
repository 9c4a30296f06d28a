/** How Markdown is read here: a list's notes, the entries made of them, and wherever else these are shown. */
import type { Root } from 'mdast';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified, type PluggableList } from 'unified';

/** One tilde is a flourish in these notes ("闪光点~") or a range ("5~10"), never a deletion. */
export const remarkPlugins: PluggableList = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  remarkMath,
];

const parser = unified().use(remarkParse).use(remarkPlugins);

/**
 * Notes, or an entry's body: the escapes that keep MDX from running a text are Markdown's own, so that a
 * Markdown parser reads them as text.
 */
export function parseMarkdown(text: string): Root {
  return parser.parse(text);
}
