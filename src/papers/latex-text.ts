/**
 * The LaTeX that titles and abstracts from arXiv carry: as Markdown, with formulas that pages set, and as plain
 * text in Unicode. What is known of LaTeX is in ./latex.
 */
import type { PhrasingContent } from 'mdast';
import { phrasingToText } from './latex/phrasing-text.ts';
import { readLatex } from './latex/read-latex.ts';

/** Reads a text as Markdown's phrasing content. */
export function latexToPhrasing(text: string): PhrasingContent[] {
  return readLatex(text);
}

/** The same as plain text. */
export function latexToText(text: string): string {
  return phrasingToText(readLatex(text));
}
