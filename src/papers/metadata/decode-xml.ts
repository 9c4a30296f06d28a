/** The bytes of an XML document as text, by what they and their sender say of themselves (RFC 7303, section 3). */
import { NotAFeedError } from './not-a-feed.ts';

/** Throws a NotAFeedError where the bytes aren't what they are said to be: no character is made up. */
export function decodeXml(bytes: Uint8Array, contentType: string | null): string {
  const label =
    byteOrderMark(bytes) ?? charsetOf(contentType) ?? declaredEncoding(bytes) ?? 'utf-8';
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch (cause) {
    throw new NotAFeedError(`It says that it is ${label}, which nobody knows.`, { cause });
  }
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw new NotAFeedError(`It is not ${decoder.encoding}, as it should be.`, { cause });
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

function charsetOf(contentType: string | null): string | undefined {
  return /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1];
}

/** The declaration is ASCII in every encoding without a byte order mark that is in use. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
}
