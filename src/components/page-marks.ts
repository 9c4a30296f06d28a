/** Marks on a page what the search that led here was for. Loaded where the address says so. */
import { pageLanguage } from '../lib/language.ts';
import { searchStrings } from '../lib/strings/search.ts';
import { highlightParameter } from '../search/highlight-parameter.ts';
import { matcherOf, type Match } from '../search/matches.ts';
import { parseQuery } from '../search/query.ts';

/** Notes are written in lines and blocks: a match doesn't reach from one to the next. */
const blocks = 'h1, h2, h3, h4, h5, h6, p, li, td, th, pre, dt, dd, blockquote';
const t = searchStrings[pageLanguage()];
const typed = new URLSearchParams(location.search).get(highlightParameter) ?? '';
const query = parseQuery(typed);
const article = document.querySelector('article');
const found = article ? markWithin(article, matcherOf(query)) : [];
const marks = found.length > 0 || !article ? found : markWithin(article, matcherOf(query, true));
if (marks.length > 0) showBar();

function markWithin(root: Element, matcher: (text: string) => Match[]): HTMLElement[] {
  return textsByBlock(root).flatMap((texts) => {
    const whole = texts.map(({ data }) => data).join('');
    // Backwards: what is cut off behind a match leaves the places before it as they were.
    return matcher(whole)
      .toReversed()
      .flatMap(({ start, end }) => wrap(texts, start, end))
      .toReversed();
  });
}

/** The text nodes of each block, without those of blocks within. */
function textsByBlock(root: Element): Text[][] {
  const groups = new Map<Element, Text[]>();
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const parent = text.parentElement;
    if (!parent || parent.closest('math, script, aside, [data-pagefind-ignore], .permalink'))
      continue;
    const block = parent.closest(blocks) ?? root;
    groups.set(block, [...(groups.get(block) ?? []), text]);
  }
  return [...groups.values()];
}

/** One mark for each text node that the match runs through: emphasis may begin in the middle of a word. */
function wrap(texts: readonly Text[], start: number, end: number): HTMLElement[] {
  const made: HTMLElement[] = [];
  let position = 0;
  for (const text of texts) {
    const length = text.data.length;
    const from = Math.max(start - position, 0);
    const to = Math.min(end - position, length);
    position += length;
    if (from >= to) continue;
    const range = document.createRange();
    range.setStart(text, from);
    range.setEnd(text, to);
    const mark = document.createElement('mark');
    mark.className = 'found';
    range.surroundContents(mark);
    made.push(mark);
  }
  return made;
}

function showBar(): void {
  const bar = document.createElement('div');
  bar.className = 'marks-bar';
  bar.role = 'status';
  const text = document.createElement('span');
  text.textContent = t.marks(marks.length, typed.length > 40 ? `${typed.slice(0, 40)}…` : typed);
  const next = button(t.nextMark);
  const remove = button(t.removeMarks);
  let place = -1;
  next.addEventListener('click', () => {
    marks[place]?.classList.remove('current');
    place = (place + 1) % marks.length;
    marks[place]?.classList.add('current');
    marks[place]?.scrollIntoView({ block: 'center' });
  });
  remove.addEventListener('click', dismiss);
  document.addEventListener('keydown', onKey);
  bar.append(text, next, remove);
  document.body.append(bar);

  function onKey(event: KeyboardEvent) {
    if (
      event.key === 'Escape' &&
      !event.defaultPrevented &&
      !document.querySelector('dialog[open]')
    )
      dismiss();
  }

  function dismiss() {
    document.removeEventListener('keydown', onKey);
    bar.remove();
    const parents = new Set(marks.map(({ parentNode }) => parentNode));
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    for (const parent of parents) parent?.normalize();
    const address = new URL(location.href);
    address.searchParams.delete(highlightParameter);
    history.replaceState(history.state, '', address);
  }
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  return made;
}
