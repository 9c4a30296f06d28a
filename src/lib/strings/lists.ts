/** The words of the pages that show whole lists, and of the links to them. */
import type { InBoth } from '../language.ts';

const en = {
  lists: 'Lists',
  listsLead:
    'Each list on one page: its index, then all notes. Made for reading through and printing.',
  wholeList: 'All on one page',
  wholeLists: 'Whole lists',
  lead: 'The index, then all notes, on one page. Print it, and it is a booklet.',
  description: (title: string, count: number) =>
    `${title}: ${count === 1 ? 'one paper' : `all ${count} papers`} on one page, abstracts and notes.`,
};

export type ListStrings = typeof en;

const zh: ListStrings = {
  lists: '列表',
  listsLead: '每个列表一页：先是目录，后面是全部笔记，适合通读和打印。',
  wholeList: '全部在一页',
  wholeLists: '完整列表',
  lead: '目录和全部笔记都在这一页，打印出来就是一本小册子。',
  description: (title, count) => `${title}：${count} 篇论文的摘要与笔记，全部在一页。`,
};

export const listStrings: InBoth<ListStrings> = { en, zh };
