/** The marks on a page's restored characters, and the box that tells of each. Loaded on demand. */
import { markRestored, unmark, type Marks } from '../lib/restored-marks.ts';
import type { RepairRecord } from '../papers/repair-record.ts';
import { RestoredTip } from './restored-tip.ts';

interface Reported {
  /** The paper's title. */
  paper: string;
  /** `owner/name`, where wrong characters are reported. */
  repository: string | undefined;
}

/** Fetches the record of the repair. Rejects where it can't be had. */
export async function loadMarks(address: string, reported: Reported): Promise<MarkedText> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new MarkedText((await response.json()) as RepairRecord, reported);
}

export class MarkedText {
  #text = document.querySelector('.prose') as HTMLElement;
  #tip = new RestoredTip(document.querySelector('#RestoredTip') as HTMLElement);
  #record: RepairRecord;
  #reported: Reported;
  #marks: Marks | undefined;

  constructor(record: RepairRecord, reported: Reported) {
    this.#record = record;
    this.#reported = reported;
    this.#text.addEventListener('pointerover', ({ target }) => this.#tell(target));
    this.#text.addEventListener('pointerout', () => this.#tip.hideSoon());
    this.#text.addEventListener('focusin', ({ target }) => this.#tell(target));
    this.#text.addEventListener('focusout', () => this.#tip.hideSoon());
    this.#text.addEventListener('keydown', (event) => this.#move(event));
  }

  /** Marks the characters or takes the marks away. Throws where the record is that of another text. */
  show(on: boolean): void {
    if (on === (this.#marks !== undefined)) return;
    if (this.#marks) {
      this.#tip.hide();
      unmark(this.#marks);
      this.#marks = undefined;
      return;
    }
    this.#marks = markRestored(this.#text, this.#record.gaps);
    if (!this.#marks) throw new Error('The record of the repair is that of another text.');
    let tabIndex = 0;
    for (const mark of this.#marks.keys()) {
      // One stop for the tab key; the arrow keys do the rest.
      mark.tabIndex = tabIndex;
      tabIndex = -1;
    }
  }

  #tell(target: EventTarget | null) {
    const mark = target as HTMLElement;
    const character = this.#marks?.get(mark);
    if (!character) return;
    this.#tip.show(mark, { character, rulings: this.#record.rulings, ...this.#reported });
  }

  #move(event: KeyboardEvent) {
    const mark = event.target as HTMLElement;
    if (!this.#marks?.has(mark) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      return this.#tip.enter();
    }
    const marks = [...this.#marks.keys()];
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && marks[marks.indexOf(mark) + step];
    if (!next) return;
    event.preventDefault();
    mark.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }
}
