/** Whether keys pressed at an element belong to it: it is written in, or chosen from, or stands in a dialog. */
export function takesKeys(target: EventTarget | null): boolean {
  const element = target as Element;
  return element.closest('input, select, textarea, [contenteditable], dialog') !== null;
}
