/**
 * Citation keys: `capo2025-2506.12849`. A key is made of the paper alone, so it stays what it is when the list
 * grows: the title's first word that says something, the year, and the arXiv identifier or, where there is
 * none, a digest of the slug. ASCII without anything that BibTeX minds.
 */
import { createHash } from 'node:crypto';
import { latexToText } from '../latex-text.ts';
import type { PaperEntry } from '../schema.ts';
import { withoutVersion } from '../web-address.ts';

/** Words that a title may start with without saying anything. */
const insignificant = new Set(
  'a an and are as at by can do does for from how in is it not of on or the to toward towards what when why with'.split(
    ' ',
  ),
);
const LONGEST_WORD = 24;

/** The paper's key. Two entries on one arXiv paper may share it. */
export function citationKey({
  id,
  title,
  date,
  arxiv,
}: Pick<PaperEntry, 'id' | 'title' | 'date' | 'arxiv'>): string {
  const which = arxiv
    ? withoutVersion(arxiv).replaceAll('/', '-')
    : createHash('sha256').update(id).digest('hex').slice(0, 8);
  return `${firstWord(title)}${date.slice(0, 4)}-${which}`;
}

function firstWord(title: string): string {
  // Without formulas, whose text is a matter of taste: a key must not change with it.
  const plain = latexToText(title.replace(/\$[^$]*\$/g, ' '))
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const words = (plain.match(/[a-z0-9]+(?:'[a-z]+)?/g) ?? [])
    .map((word) => word.replace(/'.*/, ''))
    .filter((word) => /[a-z]/.test(word));
  const word = words.find((candidate) => !insignificant.has(candidate)) ?? words[0] ?? 'paper';
  return word.slice(0, LONGEST_WORD);
}
