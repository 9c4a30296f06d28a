/** The words of the interface, in both languages. A feature with many of them has a file of its own here. */
import type { InBoth } from '../language.ts';

const en = {
  siteName: 'Paper Notes',
  tagline: 'Research papers with English abstracts and Chinese reading notes',
  description: 'A list of research papers with English abstracts and Chinese reading notes.',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  footer: 'Titles and abstracts belong to the authors of the papers.',
  aboutRepair: 'How the Chinese text was repaired',
  switchLanguage: 'Language of the interface',

  papers: 'Papers',
  paperCount: (count: number) => (count === 1 ? '1 paper' : `${count} papers`),
  withNotes: (count: number) => `${count} with notes`,
  withCode: (count: number) => `${count} with code`,
  noPapers: 'There are no papers here yet.',
  monthRange: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),

  linkPaper: 'Paper',
  linkPdf: 'PDF',
  linkCode: 'Code',
  linkNotes: 'TLDR/Notes',
  linksOf: (title: string) => `Links of ${title}`,

  paperFacts: 'About this paper',
  published: 'Published',
  arxiv: 'arXiv',
  links: 'Links',
  contents: 'Contents',
  restored: (count: number, uncertain: number) =>
    (count === 1
      ? 'One character of this text was damaged in the source and has been restored'
      : `${count} characters of this text were damaged in the source and have been restored`) +
    (uncertain > 0 ? `, ${uncertain} of them with some doubt.` : '.'),
  unresolved: (count: number) => `${count} damaged characters could not be restored.`,
  howRestored: 'How this was done',
  reportWrong: 'Report a wrong character',
  restoredFact: 'Restored',
  restoredTotal: (count: number) => (count === 1 ? '1 character' : `${count} characters`),
  restoredKinds: {
    exact: (count: number) => `${count} exact`,
    decoder: (count: number) => `${count} decoded`,
    correction: (count: number) => `${count} ruled by a reader`,
    uncertain: (count: number) => `${count} uncertain`,
    unresolved: (count: number) => `${count} not restored`,
  },
  restoredKindNames: {
    exact: 'Exact: nothing else fits the bytes that are left.',
    decoder: 'Decoded: chosen by its context.',
    correction: 'Ruled by a reader.',
    uncertain: 'Uncertain: chosen by its context, narrowly.',
    unresolved: 'Not restored.',
  },
  markRestored: 'Mark them in the text',
  markRestoredHint:
    'Each mark tells what was received. Tab leads to the marks, the left and right arrow keys from one to the next.',
  markKeys: (report: boolean) =>
    `← → other marks${report ? ' · Enter to the link' : ''} · Esc closes`,
  marksUnavailable: 'The marks could not be loaded.',
  received: 'Received as',
  rivals: 'Could also be',
  why: 'Why',
  noText: 'The list gives neither an abstract nor notes for this paper.',
  neighbours: 'Neighbouring papers',
  previous: 'Previous',
  next: 'Next',

  tags: 'Tags',
  tagsLead: 'Terms are what the lists were searched by. Topics are what the papers are about.',
  terms: 'Terms',
  topics: 'Topics',
  term: 'Term',
  topic: 'Topic',

  search: 'Search',
  searchLabel: 'Search the papers, in English or Chinese',
  searching: 'Searching…',
  searchWithoutScript:
    'Search needs JavaScript. Without it, open a tag, or the list of all papers and search that page with your browser.',
  searchUnavailable: 'The search index could not be loaded. Try again, or look through the tags.',
  resultCount: (count: number, more: boolean) =>
    more ? `The first ${count} papers` : count === 1 ? '1 paper' : `${count} papers`,
  noResults: (query: string) => `No paper contains “${query}”.`,
  noResultsAdvice: 'Try fewer or other words, or look through the tags.',

  notFound: 'This page does not exist',
  notFoundAdvice: 'The address may be mistyped, or the paper may have left the list.',
  allPapers: 'All papers',
  allTags: 'All tags',
};

export type SiteStrings = typeof en;

const zh: SiteStrings = {
  siteName: '论文笔记',
  tagline: '论文列表：英文摘要，中文解读',
  description: '论文列表，附英文摘要与中文阅读笔记。',
  skipToContent: '跳到正文',
  mainNavigation: '主导航',
  footer: '论文标题与摘要归原作者所有。',
  aboutRepair: '中文文字是怎样修复的',
  switchLanguage: '界面语言',

  papers: '论文',
  paperCount: (count) => `${count} 篇论文`,
  withNotes: (count) => `${count} 篇有笔记`,
  withCode: (count) => `${count} 篇有代码`,
  noPapers: '这里还没有论文。',
  monthRange: (first, last) => (first === last ? first : `${first}至${last}`),

  linkPaper: '论文',
  linkPdf: 'PDF',
  linkCode: '代码',
  linkNotes: '笔记',
  linksOf: (title) => `${title} 的链接`,

  paperFacts: '关于这篇论文',
  published: '发表',
  arxiv: 'arXiv',
  links: '链接',
  contents: '目录',
  restored: (count, uncertain) =>
    `原文中有 ${count} 个字损坏，现已复原` +
    (uncertain > 0 ? `，其中 ${uncertain} 个存疑。` : '。'),
  unresolved: (count) => `有 ${count} 个损坏的字未能复原。`,
  howRestored: '复原的方法',
  reportWrong: '报告错字',
  restoredFact: '复原',
  restoredTotal: (count) => `${count} 个字`,
  restoredKinds: {
    exact: (count) => `确定 ${count}`,
    decoder: (count) => `解码 ${count}`,
    correction: (count) => `读者裁定 ${count}`,
    uncertain: (count) => `存疑 ${count}`,
    unresolved: (count) => `未复原 ${count}`,
  },
  restoredKindNames: {
    exact: '确定：只有一个字与余下的字节相符。',
    decoder: '解码：根据上下文选定。',
    correction: '由读者裁定。',
    uncertain: '存疑：根据上下文选定，但把握不大。',
    unresolved: '未能复原。',
  },
  markRestored: '在文中标出',
  markRestoredHint: '每个标记都会说明收到时的样子。按 Tab 键进入标记，按左右方向键逐个查看。',
  markKeys: (report) => `← → 其他标记${report ? ' · Enter 打开链接' : ''} · Esc 关闭`,
  marksUnavailable: '无法载入标记。',
  received: '收到时为',
  rivals: '也可能是',
  why: '理由',
  noText: '列表中没有这篇论文的摘要和笔记。',
  neighbours: '相邻的论文',
  previous: '上一篇',
  next: '下一篇',

  tags: '标签',
  tagsLead: '检索词是列表所用的搜索词，主题是论文所讲的内容。',
  terms: '检索词',
  topics: '主题',
  term: '检索词',
  topic: '主题',

  search: '搜索',
  searchLabel: '搜索论文，中英文均可',
  searching: '正在搜索…',
  searchWithoutScript:
    '搜索需要 JavaScript。没有它时，可以打开某个标签，或在论文列表页面用浏览器自带的查找功能。',
  searchUnavailable: '无法载入搜索索引。请重试，或浏览标签。',
  resultCount: (count, more) => (more ? `前 ${count} 篇论文` : `${count} 篇论文`),
  noResults: (query) => `没有论文包含“${query}”。`,
  noResultsAdvice: '请减少或更换搜索词，或浏览标签。',

  notFound: '没有这个页面',
  notFoundAdvice: '地址可能有误，也可能该论文已不在列表中。',
  allPapers: '全部论文',
  allTags: '全部标签',
};

/** The labels of the site, in each language. */
export const siteStrings: InBoth<SiteStrings> = { en, zh };
