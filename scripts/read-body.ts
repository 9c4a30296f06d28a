/** Reads what a server sends, but not more than one can stand. */

/** The body of an answer was larger than it may be. */
export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

/** The whole body, unpacked; throws a TooLargeError, and reads no further, where it is larger than `most` bytes. */
export async function readBody({ body }: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > most) throw new TooLargeError(`The answer is larger than ${most} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
