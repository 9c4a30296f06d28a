/** Writes a paper as an MDX entry: front matter, then a body that MDX reads as plain Markdown. */
import matter from 'gray-matter';
import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { remarkPlugins } from './markdown.ts';
import { paperSchema, type PaperEntry } from './schema.ts';

const writer = unified()
  .use(remarkPlugins)
  .use(remarkMdx)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    // MDX has no `<https://…>`.
    resourceLink: true,
    handlers: {
      // At the start of a block MDX takes `import` and `export` for code; a reference hides the first letter.
      paragraph(node, _parent, state, info) {
        const exit = state.enter('paragraph');
        const leave = state.enter('phrasing');
        const value = state.containerPhrasing(node, info);
        leave();
        exit();
        return value.replace(
          /^([ie])(?=(?:m|x)port\b)/,
          (letter) => `&#x${letter.charCodeAt(0).toString(16)};`,
        );
      },
    },
  });

/** The whole file. Throws a ZodError where the entry does not fit the schema. */
export function renderMdx(entry: PaperEntry, body: Root): string {
  // YAML lines stay whole, so that a long title is one line in a diff.
  const options = { lineWidth: -1 } as object;
  return matter.stringify(`\n${writer.stringify(body)}`, paperSchema.parse(entry), options);
}
