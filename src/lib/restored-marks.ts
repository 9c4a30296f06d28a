/** Marks restored characters in a page's text, and takes the marks off again. The text stays as it is. */
import { isCounted } from '../papers/counted-characters.ts';
import type { RestoredCharacter } from '../papers/repair-record.ts';
import { kindOf } from './restored-kind.ts';

/** Parts of a text whose characters don't count; see rehype-check-restored.ts. */
const uncounted = 'math, .katex-error, [data-footnotes]';

/** A mark, and what it marks. */
export type Marks = Map<HTMLElement, RestoredCharacter>;

/**
 * Wraps each restored character of `text` in a `<mark>` of its own, in the order of the text. Where the page
 * has another character in its place nothing is wrapped, and the result is undefined.
 */
export function markRestored(
  text: Element,
  restored: readonly RestoredCharacter[],
): Marks | undefined {
  const wanted = new Map(restored.map((character) => [character.at, character]));
  wanted.delete(undefined);
  const found: { node: Text; offset: number; character: RestoredCharacter }[] = [];
  let place = 0;
  for (const node of textsOf(text)) {
    let offset = 0;
    for (const char of node.data) {
      const character = isCounted(char) ? wanted.get(place++) : undefined;
      if (character) {
        if (character.chosen !== char) return undefined;
        found.push({ node, offset, character });
      }
      offset += char.length;
    }
  }
  if (found.length < wanted.size) return undefined;
  // Backwards: what is cut off behind a character leaves the places before it as they were.
  return new Map(
    found
      .reverse()
      .map(({ node, offset, character }): [HTMLElement, RestoredCharacter] => [
        wrap(node, offset, character),
        character,
      ])
      .reverse(),
  );
}

/** Takes the marks off. */
export function unmark(marks: Marks): void {
  const parents = new Set<Node>();
  for (const mark of marks.keys()) {
    if (mark.parentNode) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
}

function textsOf(root: Element): Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node instanceof Element
        ? node.matches(uncounted)
          ? NodeFilter.FILTER_REJECT
          : NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_ACCEPT,
  });
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

function wrap(node: Text, offset: number, character: RestoredCharacter): HTMLElement {
  const own = node.splitText(offset);
  own.splitText(character.chosen.length);
  const mark = document.createElement('mark');
  mark.className = `restored ${kindOf(character)}`;
  own.replaceWith(mark);
  mark.append(own);
  return mark;
}
