/**
 * Text as search compares it: NFKC, lower case, one space for whatever separates words, and none beside a
 * Chinese character, where writers put one or leave it out as they like. Every folded character remembers
 * where it came from, so that a match can be marked in the text as it stands.
 */

export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`, where its character begins in the original. */
  starts: number[];
  /** And where it ends. */
  ends: number[];
}

const invisible = /^[\u00AD\u200B-\u200D\u2060\uFE0E\uFE0F\uFEFF]$/;
const separator = /^[\p{Pd}\s]$/u;
const han = /\p{Script=Han}/u;

/** Pages are read again at each keystroke, and what they say stays the same. */
const kept = new Map<string, FoldedText>();
const mostKept = 500;

/** The result is shared: it is not to be changed. */
export function foldText(original: string): FoldedText {
  let folded = kept.get(original);
  if (!folded) {
    if (kept.size >= mostKept) kept.clear();
    folded = fold(original);
    kept.set(original, folded);
  }
  return folded;
}

function fold(original: string): FoldedText {
  const folded: FoldedText = { text: '', starts: [], ends: [] };
  let position = 0;
  let gap: { start: number; end: number } | undefined;
  let last = '';
  for (const character of original) {
    const start = position;
    position += character.length;
    if (/^[a-z0-9]$/.test(character)) {
      if (gap && last !== '' && !han.test(last)) append(' ', gap);
      gap = undefined;
      append(character, { start, end: position });
      last = character;
      continue;
    }
    if (invisible.test(character)) continue;
    const form = character.normalize('NFKC').toLowerCase();
    if (separator.test(character) || form.trim() === '') {
      gap = { start: gap?.start ?? start, end: position };
      continue;
    }
    if (gap && last !== '' && !han.test(last) && !han.test(character)) append(' ', gap);
    gap = undefined;
    append(form, { start, end: position });
    last = character;
  }
  return folded;

  function append(text: string, { start, end }: { start: number; end: number }) {
    folded.text += text;
    for (let unit = 0; unit < text.length; unit++) {
      folded.starts.push(start);
      folded.ends.push(end);
    }
  }
}
