/** The words of the page about the repair. */
import type { InBoth } from '../language.ts';

const en = {
  language: 'In English',
  title: 'How the Chinese text was repaired',
  intact: 'No character of these papers arrived damaged. The text is shown as it came.',
  story: [
    'The notes had been damaged before they reached this site. A computer keeps a Chinese character as three bytes. Somewhere on the way these bytes were read as if each were a Western letter, and the bytes that stand for no letter were thrown away. What is left is known as mojibake.',
    'Where all bytes of a character are still there, it comes back as it was, and is not counted here. Where some are lost, several characters may fit those that are left: 中 is E4 B8 AD, and without the AD it could as well be 不 or 与. The repair works out all characters that fit and lets a model of written Chinese choose by context. Where a person has read the passage and ruled, the ruling stands.',
    'Nothing else was touched: if the repaired text is damaged in the same way, the received text comes out, letter for letter. Each run of the repair checks this. It doesn’t prove that every choice is right. So the close ones are listed below, and a switch on each paper’s page marks every reconstructed character in its text.',
  ],
  report:
    'If you see a wrong character, please report it: each reading below and each paper’s page has a link for that.',
  figures: 'Figures',
  papers: 'papers with damage',
  total: 'damaged characters',
  kinds: {
    exact: 'exact: only one character fits',
    decoder: 'decoded: chosen by context',
    correction: 'ruled by a reader',
    uncertain: 'uncertain: chosen by context, narrowly',
    unresolved: 'not restored',
  },
  inPassages: (count: number) => (count === 1 ? ', in one passage' : `, in ${count} passages`),
  uncertain: 'Uncertain readings',
  noUncertain: 'No reading is uncertain.',
  omitted: (count: number) =>
    `${count} more are not listed here; the pages of their papers mark them.`,
  rulings: 'Rulings',
  noRulings: 'No reader has ruled on a character yet.',
  rivals: 'could also be',
  decoded: 'by context alone',
  decodedSame: 'by context alone, the same',
  openPaper: 'Open the paper',
  reportThis: 'Report',
};

export type RepairStrings = typeof en;

const zh: RepairStrings = {
  language: '中文说明',
  title: '中文文字是怎样修复的',
  intact: '这些论文的文字没有损坏，均按收到的原样显示。',
  story: [
    '这些中文笔记在到达本站之前就已损坏。计算机用三个字节保存一个汉字；在某个环节，每个字节都被当成了一个西文字母，没有对应字母的字节则被丢弃，剩下的便是乱码。',
    '字节齐全的字可以原样恢复，不计入下面的数字。字节有缺失的，剩下的部分往往对应几个不同的字：“中”是 E4 B8 AD，丢了 AD，也可能是“不”或“与”。修复程序列出所有符合的字，由汉语语言模型根据上下文选择；凡是经人读过并裁定的，以裁定为准。',
    '其余文字没有任何改动：把修复后的文字按同样的方式再损坏一次，得到的与收到的文字逐字相同，每次修复都会检验这一点。但这并不能证明每个选择都对，所以下面列出了把握不大的字；论文页面上还有一个开关，可以标出文中每一个复原的字。',
  ],
  report: '如果您发现了错字，欢迎告诉我们：下面每一处以及每篇论文的页面上都有报告链接。',
  figures: '数字',
  papers: '篇论文有损坏',
  total: '个字损坏',
  kinds: {
    exact: '确定：只有一个字符合',
    decoder: '解码：根据上下文选定',
    correction: '由读者裁定',
    uncertain: '存疑：根据上下文选定，但把握不大',
    unresolved: '未能恢复',
  },
  inPassages: (count) => `，共 ${count} 处`,
  uncertain: '存疑的字',
  noUncertain: '没有存疑的字。',
  omitted: (count) => `另有 ${count} 处未在此列出，请见各论文页面上的标记。`,
  rulings: '裁定',
  noRulings: '尚无读者裁定。',
  rivals: '也可能是',
  decoded: '仅凭上下文会读作',
  decodedSame: '仅凭上下文也读作此',
  openPaper: '打开论文',
  reportThis: '报告错字',
};

export const repairStrings: InBoth<RepairStrings> = { en, zh };
