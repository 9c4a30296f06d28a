/**
 * Whether keys pressed at an element belong to it: it is written in, or chosen from, or stands in a dialog. One that
 * is out of sight has none: a dialog's field keeps the focus for a moment after the dialog is closed.
 */
export function takesKeys(target: EventTarget | null): boolean {
  const element = target as Element;
  const owner = element.closest('input, select, textarea, [contenteditable], dialog');
  return owner?.checkVisibility() ?? false;
}
