/** An entry's body as plain text, read once: several pages ask, and each language once more. */
import { readEntryText, type EntryText } from '../papers/entry-text.ts';

const texts = new Map<string, EntryText>();

/** An entry's text without its marks. */
export function textOf({ body = '' }: { body?: string | undefined }): EntryText {
  const text = texts.get(body) ?? readEntryText(body);
  texts.set(body, text);
  return text;
}
