/** Reads a text file as UTF-8 and says where it isn't. */
import { constants } from 'node:buffer';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Problem } from '../src/papers/problem.ts';

/** A path as messages show it: relative to the current directory, with forward slashes. */
export function displayPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join('/');
}

/** What a JavaScript string can hold; 512 MB. */
const MOST_BYTES = constants.MAX_STRING_LENGTH;

/**
 * The text, a byte order mark included; or the problem, placed at the first byte that is not UTF-8. Throws the
 * file system's error where there is no such file.
 */
export async function readText(file: string): Promise<{ text: string } | { problem: Problem }> {
  const { size } = await stat(file);
  if (size > MOST_BYTES) return { problem: tooLarge(file, size) };
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

function tooLarge(file: string, size: number): Problem {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 2 ** 20)} MB`;
  return {
    file: displayPath(file),
    line: 1,
    column: 1,
    name: 'LIST_TOO_LARGE',
    severity: 'error',
    what: `The file has ${megabytes(size)}; ${megabytes(MOST_BYTES)} can be read at once.`,
    todo: 'Split it between two lines, and take the parts one by one.',
  };
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
