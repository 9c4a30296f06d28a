/** Finds the paper that a reader meant whose address isn't quite one. Apart from what makes it: pages load this. */
import { canonicalArxiv, withoutVersion } from './web-address.ts';

/** Each paper's segment, the last part of its page's address, and what else leads there. */
export type AddressBook = Record<string, string[]>;

/**
 * The segment of the paper for `/papers/<asked>/`: whatever its case, by any version, and by an old identifier
 * with its subject class.
 */
export function findAddress(book: AddressBook, asked: string): string | undefined {
  const wanted = fold(asked);
  for (const form of [wanted, withoutVersion(wanted), canonicalArxiv(withoutVersion(wanted))]) {
    const found = Object.entries(book).find(([segment, others]) =>
      [segment, ...others].some((address) => fold(address) === form),
    );
    if (found) return found[0];
  }
  return undefined;
}

function fold(address: string): string {
  return address.normalize('NFC').toLowerCase();
}
