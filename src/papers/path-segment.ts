/** The part of a path that stands for a paper: its file name and the last part of its page's address. */
import { createHash } from 'node:crypto';

/** File systems allow 255 bytes for a name; this leaves room for `.mdx` and a temporary suffix. */
const longest = 200;

/**
 * The slug itself, unless a file system or an address can't hold it: then such characters become `-`, and a
 * long slug is cut and told apart by a digest. Two slugs may share a segment: callers check.
 */
export function pathSegment(slug: string): string {
  // Separators, Windows' reserved characters other than `*`, address delimiters, white space and controls.
  let segment = slug.replace(/[/\\:?"<>|%#\s\p{C}]/gu, '-').replace(/^\.+|\.+$/g, '-');
  if (Buffer.byteLength(segment) > longest) {
    const digest = createHash('sha256').update(slug).digest('hex').slice(0, 8);
    while (Buffer.byteLength(segment) > longest - 9) segment = [...segment].slice(0, -1).join('');
    segment += `-${digest}`;
  }
  return segment;
}
