/** Fragments of addresses, and the ids that they lead to. */

/** A fragment; the element's id is the decoded one, to the letter. */
export function fragmentHref(id: string): string {
  return `#${encodeURI(id).replaceAll('#', '%23')}`;
}

/** The id that a fragment without its `#` leads to; one that isn't well encoded is taken as it is. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
