/** The fields of a filter: what is chosen in them, and how many papers each choice would leave. */
import { readFilter, type Facet, type PaperFilter } from '../lib/paper-filter.ts';

export function chosenFilter(form: HTMLFormElement): PaperFilter {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) chosen.append(name, String(value));
  return readFilter(chosen);
}

/** Shows what is chosen of a facet, and behind each value its count; none where the counts aren't known. */
export function showFacet(
  form: HTMLFormElement,
  facet: Facet,
  counts: ReadonlyMap<string, number> | undefined,
  chosen: string | undefined,
): void {
  const control = form.elements.namedItem(facet);
  if (control instanceof HTMLSelectElement) {
    for (const option of control.options) {
      if (!option.value) continue;
      const count = counts?.get(option.value) ?? 0;
      const label = option.dataset['label'] ?? '';
      option.textContent = counts ? `${label} (${count})` : label;
      option.disabled = counts !== undefined && count === 0 && option.value !== chosen;
    }
    control.value = chosen ?? '';
    // A value that no paper here has: it is asked for all the same, and can be undone.
    if (control.selectedIndex < 0) control.value = '';
  } else if (control instanceof HTMLInputElement) {
    const count = counts?.get('1') ?? 0;
    control.checked = chosen !== undefined;
    control.disabled = counts !== undefined && count === 0 && !control.checked;
    const shown = control.parentElement?.querySelector('.count');
    if (shown) shown.textContent = counts ? String(count) : '';
  }
}
