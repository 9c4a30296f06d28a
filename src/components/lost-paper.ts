/**
 * Sends a reader on who asked for a paper by an address that isn't quite one: in another case, by a version that
 * no list names, by an old identifier with its subject class.
 */
import { toLanguage } from '../lib/language.ts';
import { assetHref, linksIn } from '../lib/links.ts';
import { findAddress, type AddressBook } from '../papers/address-book.ts';

async function follow(): Promise<void> {
  const { pathname, search, hash } = location;
  const path = decodeURIComponent(pathname).slice(assetHref('').length);
  const [, language, asked] = /^(?:(zh)\/)?papers\/(.+?)\/?$/i.exec(path) ?? [];
  if (asked === undefined) return;
  const response = await fetch(assetHref('addresses.json'));
  if (!response.ok) return;
  const segment = findAddress((await response.json()) as AddressBook, asked);
  if (segment === undefined) return;
  const address = linksIn(toLanguage(language?.toLowerCase())).paper(segment);
  // A host that has no page there after all would be asked for ever.
  if (address !== pathname) location.replace(address + search + hash);
}

// Without it a reader stays on this page, which says that there is nothing, and leads to all papers.
void follow().catch(() => undefined);
