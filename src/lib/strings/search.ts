/** The words of search: its page, its dialog, and the marks on the pages that it leads to. */
import type { InBoth } from '../language.ts';

const en = {
  label: 'Search the papers, in English or Chinese',
  hint: 'Words or an arXiv id',
  knows: 'An arXiv id or a month works, too: 2506.12849, May 2025.',
  withoutScript:
    'Search needs JavaScript, which is off or did not load. Open a tag below, or a list of papers, and look through that page with your browser’s own find (Ctrl or ⌘ and F).',
  searching: 'Searching…',
  unavailable: 'The search index could not be loaded.',
  unavailableAdvice: 'Check the connection and try again, or look through the tags.',
  filterUnavailable: 'The filter could not be loaded.',
  filterAdvice: 'Check the connection and try again, or clear the filter.',
  again: 'Try again',
  dialogUnavailable:
    'Search could not be loaded. Check the connection, then try again or reload the page.',
  found: (count: number) => (count === 1 ? '1 paper' : `${count} papers`),
  foundOf: (count: number, all: number) => `${count} of ${all} papers`,
  heard: (asked: string, said: string) => `${asked}: ${said}`,
  none: (query: string) => `No paper contains “${query}”.`,
  allHidden: (count: number) =>
    count === 1 ? 'The filter hides the only paper.' : `The filter hides all ${count} papers.`,
  noWords: 'There is no word or number in this to search for.',
  cut: 'Only its first words were searched for.',
  advice: 'Try fewer or other words, or look through the tags.',
  nearest: 'Nearest papers',
  nearestAre: 'Nearest papers, which hold part of it:',
  sections: (title: string) => `Sections of ${title}`,
  more: 'Show more',
  sort: 'Order',
  byRelevance: 'Best match',
  byDate: 'Newest first',
  withCode: 'With code',
  clearFilter: 'Clear the filter',
  without: (label: string, count: number) => `Without “${label}”: ${count}`,
  takeBack: (label: string) => `Take back “${label}”`,
  recent: 'Recent searches',
  forget: 'Forget them',
  all: (count: number) =>
    count === 1 ? 'The result, with filters' : `All ${count} results, with filters`,
  searchPage: 'Search page, with filters',
  allTags: 'All tags',
  keys: '↑ ↓ choose · Enter opens · Esc closes',
  close: 'Close',
  marks: (count: number, words: readonly string[]) =>
    `${count === 1 ? '1 match' : `${count} matches`} of ${quoted(words, 'en')}`,
  mark: (place: number, count: number, words: readonly string[]) =>
    `${place} of ${count} matches of ${quoted(words, 'en')}`,
  marksBar: 'What the search found on this page',
  nextMark: 'Next',
  previousMark: 'Previous',
  removeMarks: 'Remove the marks',
  engineName: 'Paper Notes',
  engineDescription: 'Search the papers, in English or Chinese',
};

export type SearchStrings = typeof en;

const zh: SearchStrings = {
  label: '搜索论文，中英文均可',
  hint: '词语或 arXiv 编号',
  knows: '也可以输入 arXiv 编号或月份，例如 2506.12849、2025年5月。',
  withoutScript:
    '搜索需要 JavaScript，它已关闭或未能载入。您可以打开下面的标签或论文列表，用浏览器自带的查找功能（Ctrl 或 ⌘ 加 F）在页面中查找。',
  searching: '正在搜索…',
  unavailable: '无法载入搜索索引。',
  unavailableAdvice: '请检查网络后重试，或浏览标签。',
  filterUnavailable: '无法载入筛选条件。',
  filterAdvice: '请检查网络后重试，或清除筛选。',
  again: '重试',
  dialogUnavailable: '无法载入搜索。请检查网络，然后重试或刷新页面。',
  found: (count) => `${count} 篇论文`,
  foundOf: (count, all) => `${all} 篇论文中的 ${count} 篇`,
  heard: (asked, said) => `${asked}：${said}`,
  none: (query) => `没有论文包含“${query}”。`,
  allHidden: (count) => `筛选条件隐藏了全部 ${count} 篇论文。`,
  noWords: '其中没有可供搜索的词或数字。',
  cut: '只搜索了开头的一部分。',
  advice: '请减少或更换搜索词，或浏览标签。',
  nearest: '最接近的论文',
  nearestAre: '最接近的论文，只包含其中一部分：',
  sections: (title) => `${title} 的章节`,
  more: '显示更多',
  sort: '排序',
  byRelevance: '最相关',
  byDate: '最新在前',
  withCode: '有代码',
  clearFilter: '清除筛选',
  without: (label, count) => `去掉“${label}”：${count} 篇`,
  takeBack: (label) => `去掉“${label}”`,
  recent: '最近的搜索',
  forget: '清除记录',
  all: (count) => `全部 ${count} 个结果与筛选`,
  searchPage: '搜索页与筛选',
  allTags: '全部标签',
  keys: '↑ ↓ 选择 · Enter 打开 · Esc 关闭',
  close: '关闭',
  marks: (count, words) => `${count} 处${quoted(words, 'zh-CN')}`,
  mark: (place, count, words) => `第 ${place} 处，共 ${count} 处${quoted(words, 'zh-CN')}`,
  marksBar: '搜索在本页找到的内容',
  nextMark: '下一处',
  previousMark: '上一处',
  removeMarks: '去掉标记',
  engineName: '论文笔记',
  engineDescription: '搜索论文，中英文均可',
};

/** The words of search, in each language. */
export const searchStrings: InBoth<SearchStrings> = { en, zh };

function quoted(words: readonly string[], locale: string): string {
  return new Intl.ListFormat(locale).format(words.map((word) => `“${word}”`));
}
