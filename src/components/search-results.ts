/** Shows what a search found: papers, the sections that match beneath, and the words marked. */
import { fragmentHref } from '../lib/fragment.ts';
import { inLanguage } from '../lib/links.ts';
import { languageTags, pageLanguage } from '../lib/language.ts';
import { formatMonth } from '../lib/month.ts';
import { searchStrings } from '../lib/strings/search.ts';
import { textLanguage } from '../lib/text-language.ts';
import { matcherFor, type SearchAnswer } from '../search/engine.ts';
import { findSections, opening, type FoundSection } from '../search/excerpts.ts';
import { markMatches, type TextPart } from '../search/matches.ts';
import { LastingIndex } from '../search/lasting-index.ts';
import type { IndexedPage } from '../search/pagefind-index.ts';
import { tellingMatcher } from '../search/phrase.ts';
import { highlightParameter } from '../search/highlight-parameter.ts';
import { element } from './element.ts';

/** One for the page: the dialog and the search page know the same words. */
export const index = new LastingIndex();

export const language = pageLanguage();
export const t = searchStrings[language];

/** The attribute that a result is known again by: the address of its paper. */
export const resultKey = 'data-paper';

/** Sections are shown with headings of this level; the dialog shows one of them. */
export interface ResultStyle {
  heading: 'h2' | 'h3';
  sections: number;
}

/** The results for these papers, in their order. Rejects where one can't be loaded. */
export async function showResults(
  ids: readonly string[],
  answer: SearchAnswer,
  style: ResultStyle,
): Promise<HTMLElement[]> {
  const pages = await Promise.all(ids.map((id) => index.page(id)));
  return pages.map((page) => showResult(page, answer, style));
}

function showResult(page: IndexedPage, answer: SearchAnswer, style: ResultStyle): HTMLElement {
  const { title = page.url, titleZh, date } = page.meta;
  // What is marked here and on the page. A query that was meant instead would stand here.
  const { query } = answer;
  const matcher = tellingMatcher(matcherFor(answer), query);
  const isMarked = query.words.length > 0 && matcher(page.words.join('')).length > 0;
  const parameter = isMarked ? `?${highlightParameter}=${encodeURIComponent(query.typed)}` : '';
  const address = (fragment = '') => inLanguage(page.url, language) + parameter + fragment;
  const item = element('li', { className: 'search-result' });
  item.setAttribute(resultKey, page.url);
  const heading = element(style.heading, { lang: textLanguage(title) });
  heading.append(link(address(), markMatches(title, matcher(title))));
  item.append(heading);
  if (titleZh) {
    const other = element('p', { className: 'title-zh', lang: 'zh-CN' });
    other.append(...marked(markMatches(titleZh, matcher(titleZh))));
    item.append(other);
  }
  if (date) {
    const month = element('p', { className: 'count' });
    month.textContent = formatMonth(date, languageTags[language]);
    item.append(month);
  }
  const sections = findSections(page, matcher, style.sections);
  if (sections.length > 0) {
    const list = element('ul', { className: 'sections' });
    list.setAttribute('aria-label', t.sections(title));
    list.append(
      ...sections.map((section) => showSection(section, address(fragmentHref(section.id)))),
    );
    item.append(list);
  } else {
    const text = opening(page);
    const excerpt = element('p', { className: 'excerpt', lang: textLanguage(text) });
    excerpt.append(text);
    item.append(excerpt);
  }
  return item;
}

function showSection({ title, excerpt, text }: FoundSection, href: string): HTMLElement {
  const item = element('li', { lang: textLanguage(text) });
  const passage = element('p');
  passage.append(...marked(excerpt));
  item.append(link(href, title), passage);
  return item;
}

function link(href: string, parts: readonly TextPart[]): HTMLAnchorElement {
  const anchor = element('a', { href });
  anchor.append(...marked(parts));
  return anchor;
}

function marked(parts: readonly TextPart[]): Node[] {
  return parts.map(({ text, marked }) => {
    if (!marked) return document.createTextNode(text);
    const mark = element('mark');
    mark.textContent = text;
    return mark;
  });
}
