/**
 * Makes the list one of these items. What stands there already and says the same stays the very element that it is,
 * with the focus or the selection in it. `key` names the attribute by which an item is known again.
 */
export function replaceItems(list: Element, items: readonly Element[], key: string): void {
  const known = new Map([...list.children].map((item) => [item.getAttribute(key), item]));
  const wanted = items.map((item) => {
    const there = known.get(item.getAttribute(key));
    return there?.isEqualNode(item) ? there : item;
  });
  // What goes, goes first: what stays need not be moved then, and moving would lose the focus.
  const kept = new Set(wanted);
  for (const item of [...list.children]) if (!kept.has(item)) item.remove();
  for (const [place, item] of wanted.entries()) {
    const there = list.children[place];
    if (there !== item) list.insertBefore(item, there ?? null);
  }
}
