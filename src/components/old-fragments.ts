/**
 * Sends a fragment of a list on, as it worked when the list was a README on GitHub: what is no element of this
 * page is looked up among all fragments of the lists.
 */
import { decodeFragment, fragmentHref } from '../lib/fragment.ts';
import { pageLanguage } from '../lib/language.ts';
import { assetHref, rootOf } from '../lib/links.ts';
import { CLOBBER_PREFIX } from '../papers/anchors/clobber-prefix.ts';
import { findFragment, type FragmentPage } from '../papers/anchors/fragment-map.ts';

async function follow(): Promise<void> {
  const fragment = decodeFragment(location.hash.slice(1));
  if (fragment === '' || document.getElementById(fragment)) return;
  const name = fragment.startsWith(CLOBBER_PREFIX)
    ? fragment.slice(CLOBBER_PREFIX.length)
    : fragment;
  // Some wrote capitals as the heading has them.
  const here = [name, name.toLowerCase()].find((id) => document.getElementById(id));
  if (here !== undefined) {
    location.replace(fragmentHref(here));
    return;
  }
  const response = await fetch(assetHref('fragments.json'));
  if (!response.ok) return;
  const map = (await response.json()) as FragmentPage[];
  const found = findFragment(map, name) ?? findFragment(map, name.toLowerCase());
  if (!found) return;
  // A paper's own heading is its entry here: nothing is said about its notes.
  const isHere = found.page.startsWith('papers/') && document.getElementById(found.id);
  location.replace((isHere ? '' : rootOf(pageLanguage()) + found.page) + fragmentHref(found.id));
}

// Without the map a reader stays at the top of the page, which is where such a fragment leads.
const tryToFollow = () => void follow().catch(() => undefined);
addEventListener('hashchange', tryToFollow);
tryToFollow();
