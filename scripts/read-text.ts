/** Reads a text file as UTF-8 and says where it isn't. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../src/papers/problem.ts';

/** A path as messages show it: relative to the current directory, with forward slashes. */
export function displayPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}

/** The text, a byte order mark included; or the problem, placed at the first byte that is not UTF-8. */
export async function readText(file: string): Promise<{ text: string } | { problem: Problem }> {
  const bytes = await readFile(file);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const before = decodeValidPrefix(bytes);
    const lines = before.split(/\r\n|\r|\n/);
    const byte = bytes[Buffer.byteLength(before)] ?? 0;
    const problem: Problem = {
      file: displayPath(file),
      line: lines.length,
      column: (lines.at(-1)?.length ?? 0) + 1,
      name: 'LIST_NOT_UTF8',
      severity: 'error',
      what: `Byte 0x${byte.toString(16).toUpperCase().padStart(2, '0')} is not UTF-8.`,
      todo: 'Save the file as UTF-8. A list as received is UTF-8 even where its text is mojibake.',
    };
    return { problem };
  }
}

/** The longest valid beginning; a streaming decoder in fatal mode throws at the first wrong byte. */
function decodeValidPrefix(bytes: Uint8Array): string {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), {
        stream: true,
      });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  // What is left over of a sequence that is cut off belongs to the wrong byte.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, low), {
    stream: true,
  });
}
