/** Which brace closes which, for a whole text at once, so that reading it takes time in proportion. */

/** The place of the closing brace for each place of an opening one that has one. */
export function matchBraces(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { index, 0: token } of text.matchAll(/\\[^]|[{}]/g)) {
    if (token === '{') open.push(index);
    if (token !== '}') continue;
    const start = open.pop();
    if (start !== undefined) closing.set(start, index);
  }
  return closing;
}

/**
 * The contents of so many groups in braces, one behind the other, and where the last ends; a note in square
 * brackets before them, if there may be one, is the last of the contents.
 */
export function groupsFrom(
  text: string,
  start: number,
  closing: ReadonlyMap<number, number>,
  { count, noted = false }: { count: number; noted?: boolean },
): { contents: string[]; end: number } | undefined {
  const note = noted ? /^(?:\[([^\]]{0,200})\]){1,2}/.exec(text.slice(start, start + 500)) : null;
  const contents: string[] = [];
  let end = start + (note?.[0].length ?? 0);
  while (contents.length < count) {
    const space = /^\s*/.exec(text.slice(end, end + 20))?.[0].length ?? 0;
    const close = closing.get(end + space);
    if (close === undefined) return undefined;
    contents.push(text.slice(end + space + 1, close));
    end = close + 1;
  }
  return { contents: note ? [...contents, note[1] ?? ''] : contents, end };
}
