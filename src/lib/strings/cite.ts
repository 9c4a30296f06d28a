/** The words of the boxes that offer citations. */
import type { InBoth } from '../language.ts';

const en = {
  cite: 'Cite',
  citeCount: (count: number | string) =>
    count === 1 ? 'Cite this paper' : `Cite these ${count} papers`,
  format: 'Format of the citation',
  copy: 'Copy',
  copyAs: (format: string) => `Copy as ${format}`,
  download: 'Download',
  downloadAs: (format: string) => `Download as ${format}`,
  copied: 'Copied.',
  notCopied: 'Your browser doesn’t allow copying.',
  selected: 'Your browser doesn’t allow copying: the text is selected, copy it yourself.',
  notLoaded: 'The citations could not be loaded.',
  authors: 'Authors',
  noAuthors: 'Authors not recorded: add them.',
  notAllAuthors: 'Authors not recorded for every paper: add those that are missing.',
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  publishedIn: 'Published in',
};

export type CiteStrings = typeof en;

const zh: CiteStrings = {
  cite: '引用',
  citeCount: (count) => (count === 1 ? '引用这篇论文' : `引用这 ${count} 篇论文`),
  format: '引用格式',
  copy: '复制',
  copyAs: (format) => `复制 ${format} 格式的引用`,
  download: '下载',
  downloadAs: (format) => `下载 ${format} 格式的引用`,
  copied: '已复制。',
  notCopied: '浏览器不允许复制。',
  selected: '浏览器不允许复制：文本已选中，请自行复制。',
  notLoaded: '无法载入引用。',
  authors: '作者',
  noAuthors: '作者未收录，请自行补充。',
  notAllAuthors: '部分论文的作者未收录，请自行补充。',
  more: (count) => `另有 ${count} 人`,
  publishedIn: '发表于',
};

export const citeStrings: InBoth<CiteStrings> = { en, zh };
