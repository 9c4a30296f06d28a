/** A title as HTML that shows browsers where its lines may break; see title-parts.ts. */
import type { Element, ElementContent, Text } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { TextLanguage } from './text-language.ts';
import { piecesOf, titleParts } from './title-parts.ts';

const writer = unified().use(rehypeStringify);

/** The title's text, in elements of its parts. */
export function titleNodes(title: string, language?: TextLanguage): ElementContent[] {
  return titleParts(title, language).map(({ text, breaks }) => {
    if (breaks === 'text') return toText(text);
    const pieces = breaks === 'whole' ? [text] : piecesOf(text);
    return element(
      'span',
      pieces.flatMap((piece, place) =>
        place > 0 ? [element('wbr', []), toText(piece)] : [toText(piece)],
      ),
      { className: [breaks] },
    );
  });
}

export function titleHtml(title: string): string {
  return writer.stringify({ type: 'root', children: titleNodes(title) });
}

function toText(value: string): Text {
  return { type: 'text', value };
}

function element(tagName: string, children: ElementContent[], properties = {}): Element {
  return { type: 'element', tagName, properties, children };
}
