/** What the preview cards of a library say. */
import { formatMonth } from '../lib/month.ts';
import { siteStrings } from '../lib/strings/site.ts';
import { latexToText } from '../papers/latex-text.ts';
import type { PaperEntry } from '../papers/schema.ts';
import type { Topic } from '../papers/topics.ts';
import type { PreviewCard } from './card.ts';

/** The card of a paper. */
export function paperCard(entry: PaperEntry, topics: readonly Topic[]): PreviewCard {
  return {
    title: latexToText(entry.title) || entry.title,
    titleZh: entry.titleZh && latexToText(entry.titleZh),
    month: { name: formatMonth(entry.date, 'en'), nameZh: formatMonth(entry.date, 'zh-CN') },
    tags: paperTags(entry, topics),
    ...siteNames(),
  };
}

/** The paper's topics; without any the terms of its lists, or where to find it. */
function paperTags(entry: PaperEntry, topics: readonly Topic[]): PreviewCard['tags'] {
  const named = entry.topics.flatMap((id) => topics.filter((topic) => topic.id === id).map(toTag));
  if (named.length > 0) return named;
  if (entry.terms.length > 0) return entry.terms.map((name) => ({ name }));
  return entry.arxiv === undefined ? [] : [{ name: `arXiv:${entry.arxiv}` }];
}

/** The site's, with the topics that most papers have, or terms. */
export function siteCard(entries: readonly PaperEntry[], topics: readonly Topic[]): PreviewCard {
  const { en, zh } = siteStrings;
  const ids = byFrequency(entries.flatMap((entry) => entry.topics));
  const named = ids.flatMap((id) => topics.filter((topic) => topic.id === id).map(toTag));
  const terms = byFrequency(entries.flatMap((entry) => entry.terms)).map((name) => ({ name }));
  const tags = named.length > 0 ? named : terms;
  return { title: en.tagline, titleZh: zh.tagline, tags, ...siteNames() };
}

/** Each once, the most frequent first; those as frequent in the order of the alphabet. */
function byFrequency(names: readonly string[]): string[] {
  return [...Map.groupBy(names.toSorted(), (name) => name)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([name]) => name);
}

function toTag({ en, zh }: Topic): PreviewCard['tags'][number] {
  return { name: en, nameZh: zh };
}

function siteNames(): Pick<PreviewCard, 'siteName' | 'siteNameZh'> {
  return { siteName: siteStrings.en.siteName, siteNameZh: siteStrings.zh.siteName };
}
