/** What is told of one mark, in a box beside it: while it is pointed at or focused, until Esc. */
import { pageLanguage } from '../lib/language.ts';
import { kindOf } from '../lib/restored-kind.ts';
import { reportHref } from '../lib/report-link.ts';
import { reasonIn } from '../lib/ruling-reason.ts';
import type { RepairRecord, RestoredCharacter } from '../papers/repair-record.ts';

/** Time to move the pointer from the mark to the box. */
const patience = 200;
/** So much of the text goes into a report, on each side. */
const context = 20;

/** Pixels between the box and the mark, and between the box and the edge of the window. */
const distance = 6;
const margin = 8;

/** What is told of a character, and where a report of it goes. */
export interface Told {
  character: RestoredCharacter;
  rulings: RepairRecord['rulings'];
  paper: string;
  repository: string | undefined;
}

export class RestoredTip {
  #box: HTMLElement;
  #mark: HTMLElement | undefined;
  #timer = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
    box.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    box.addEventListener('pointerleave', () => this.hideSoon());
    box.addEventListener('focusout', () => this.hideSoon());
    document.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.#mark) return;
      if (box.contains(document.activeElement)) this.#mark.focus();
      this.hide();
    });
  }

  show(mark: HTMLElement, told: Told) {
    clearTimeout(this.#timer);
    if (mark === this.#mark) return;
    this.hide();
    this.#mark = mark;
    this.#fill(mark, told);
    mark.setAttribute('aria-describedby', this.#box.id);
    this.#box.hidden = false;
    this.#place(mark);
  }

  /** Hides the box unless the pointer or the focus has gone into it, or is still on the mark. */
  hideSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const focused = document.activeElement;
      if (focused !== this.#mark && !this.#box.contains(focused)) this.hide();
    }, patience);
  }

  hide() {
    clearTimeout(this.#timer);
    this.#mark?.removeAttribute('aria-describedby');
    this.#mark = undefined;
    this.#box.hidden = true;
  }

  /** Moves the focus to the link in the box. */
  enter() {
    this.#box.querySelector('a')?.focus();
  }

  #fill(mark: HTMLElement, { character, rulings, paper, repository }: Told) {
    const { chosen, received, rivals } = character;
    const ruling = rulings[character.ruling ?? -1];
    const reason = ruling && reasonIn(ruling, pageLanguage());
    for (const name of this.#box.querySelectorAll<HTMLElement>('[data-kind]'))
      name.hidden = name.dataset['kind'] !== kindOf(character);
    this.#tell('chosen', chosen);
    this.#tell('received', received);
    this.#tell('rivals', [...rivals].join(' '));
    this.#tell('why', reason?.text ?? '').lang = reason?.lang ?? '';
    const link = this.#tell('report', undefined) as HTMLAnchorElement;
    const line = link.parentElement as HTMLElement;
    line.hidden = repository === undefined;
    if (repository === undefined) return;
    const page = location.origin + location.pathname;
    link.href = reportHref(repository, {
      paper,
      page,
      context: around(mark),
      shown: chosen,
      rivals,
    });
  }

  /** Fills a part in; a line with nothing to tell is hidden. */
  #tell(name: string, text: string | undefined): HTMLElement {
    const part = this.#box.querySelector(`[data-part=${name}]`) as HTMLElement;
    if (text === undefined) return part;
    part.textContent = text;
    (part.parentElement as HTMLElement).hidden = text === '';
    return part;
  }

  /** Beneath the mark, or above it where the window ends. No element around the box is positioned. */
  #place(mark: HTMLElement) {
    const { left, top, bottom } = mark.getBoundingClientRect();
    const { offsetWidth, offsetHeight, style } = this.#box;
    const room = document.documentElement.clientWidth - offsetWidth - margin;
    const above = top - offsetHeight - distance;
    const fits = bottom + distance + offsetHeight <= innerHeight || above < 0;
    style.left = `${scrollX + Math.max(margin, Math.min(left - 12, room))}px`;
    style.top = `${scrollY + (fits ? bottom + distance : above)}px`;
  }
}

/** The text around a mark, with the character in brackets. */
function around(mark: HTMLElement): string {
  const block = mark.closest('p, li, td, th, h2, h3, h4, h5, h6, blockquote') ?? mark;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEndBefore(mark);
  const after = document.createRange();
  after.setStartAfter(mark);
  after.setEnd(block, block.childNodes.length);
  const start = [...before.toString()].slice(-context).join('');
  const end = [...after.toString()].slice(0, context).join('');
  return `${start}【${mark.textContent}】${end}`;
}
