/**
 * A problem found in the input. Problems are collected, never thrown one by one, so that a person sees all
 * of a run's at once; an error stops the run before anything is written, a warning doesn't.
 */

/** Permanent names: once printed, a name keeps its meaning. */
export type ProblemName =
  | 'LIST_NOT_UTF8'
  | 'LIST_TOO_LARGE'
  | 'FILE_HAS_NUL'
  | 'LIST_WITHOUT_HEADING'
  | 'LIST_EMPTY'
  | 'LIST_DAMAGE_UNKNOWN'
  | 'ENTRY_MALFORMED'
  | 'ENTRY_WITHOUT_NOTES'
  | 'ENTRY_WITHOUT_SLUG'
  | 'SLUG_TWICE'
  | 'SECTION_TWICE'
  | 'SECTION_WITHOUT_ENTRY'
  | 'TEXT_OUTSIDE_SECTION'
  | 'DATE_NOT_A_MONTH'
  | 'URL_NOT_WEB'
  | 'PAPER_DIFFERS_BETWEEN_LISTS'
  | 'PATH_TWICE'
  | 'ARXIV_TWICE'
  | 'TOPICS_INVALID'
  | 'CORRECTION_INVALID';

/** Where a problem is. Lines and columns count from 1, columns in UTF-16 code units. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Problem extends Place {
  name: ProblemName | (string & {});
  severity: 'error' | 'warning';
  /** What is wrong, quoting the input. */
  what: string;
  /** What to do about it. */
  todo: string;
}

/** One problem as a person reads it: `file:line:column: error NAME: what. To do: …` */
export function formatProblem({ file, line, column, severity, name, what, todo }: Problem): string {
  return `${file}:${line}:${column}: ${severity} ${name}: ${what}\n    ${todo}`;
}

/** Orders problems as an editor would walk them: by file, line and column. */
export function compareProblems(a: Problem, b: Problem): number {
  return (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column;
}
