/** The fields of a filter: what is chosen in them, and how many papers each choice would leave. */
import { languageTags, pageLanguage } from '../lib/language.ts';
import { formatMonth } from '../lib/month.ts';
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
    offerUnknown(control, facet, chosen);
    for (const option of control.options) {
      if (!option.value) continue;
      const count = counts?.get(option.value) ?? 0;
      const label = option.dataset['label'] ?? '';
      const text = counts ? `${label} (${count})` : label;
      // Written anew, an open list would jump.
      if (option.textContent !== text) option.textContent = text;
      option.disabled = counts !== undefined && count === 0 && option.value !== chosen;
    }
    control.value = chosen ?? '';
  } else if (control instanceof HTMLInputElement && control.type === 'checkbox') {
    const count = counts?.get('1') ?? 0;
    control.checked = chosen !== undefined;
    control.disabled = counts !== undefined && count === 0 && !control.checked;
    const shown = control.parentElement?.querySelector('.count');
    if (shown) shown.textContent = counts ? String(count) : '';
  }
}

/** What a choice is called. */
export function choiceLabel(form: HTMLFormElement, facet: Facet, value: string): string {
  const control = form.elements.namedItem(facet);
  const named =
    control instanceof HTMLSelectElement
      ? [...control.options].find((option) => option.value === value)
      : control instanceof HTMLInputElement
        ? control
        : undefined;
  return named?.dataset['label'] ?? nameOf(facet, value);
}

/** A value that no paper here has, from an old address: it is asked for all the same, and can be undone. */
function offerUnknown(select: HTMLSelectElement, facet: Facet, chosen: string | undefined): void {
  for (const option of select.querySelectorAll<HTMLOptionElement>('[data-unknown]'))
    if (option.value !== chosen) option.remove();
  if (!chosen || [...select.options].some(({ value }) => value === chosen)) return;
  const option = new Option('', chosen);
  option.dataset['label'] = nameOf(facet, chosen);
  option.dataset['unknown'] = '';
  select.add(option);
}

function nameOf(facet: Facet, value: string): string {
  return facet === 'month' && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(value)
    ? formatMonth(value, languageTags[pageLanguage()])
    : value;
}
