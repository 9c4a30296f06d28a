/** Where a reader reports a wrong character: a GitHub issue that is already filled in. */

export interface Report {
  /** The paper's title. */
  paper: string;
  /** The full address of the page. */
  page: string;
  /** The text around the character, with the character marked by whoever calls. */
  context?: string;
  /** How the character reads now. */
  shown?: string;
  /** What it could be instead. */
  rivals?: string;
}

/** Servers refuse addresses much longer than 8,000 bytes, and a Chinese character takes nine. */
const MOST_CHARACTERS = 180;

/**
 * The `owner/name` of the `repository` field of a package.json, in any of npm's spellings; undefined where it
 * names no GitHub repository.
 */
export function gitHubRepository(field: unknown): string | undefined {
  const url: unknown =
    typeof field === 'object' && field !== null && 'url' in field ? field.url : field;
  if (typeof url !== 'string') return undefined;
  const match =
    /^(?:github:|(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]+@)?github\.com\/|git@github\.com:)?([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?(?:#.*)?$/.exec(
      url.trim(),
    );
  return match ? `${match[1]}/${match[2]}` : undefined;
}

/** The form that the link opens. Its fields have the names of the parameters that the link gives. */
export const reportForm = '.github/ISSUE_TEMPLATE/wrong-character.yml';

/** The address of the form for a wrong character, filled in. `repository` is `owner/name`. */
export function reportHref(repository: string, report: Report): string {
  const paper = cut(report.paper);
  const fields = new URLSearchParams({
    template: reportForm.replace(/^.*\//, ''),
    title: `Wrong character${report.shown ? ` ${report.shown}` : ''} in ${paper}`,
    paper,
    page: report.page,
    ...(report.context && { text: cut(report.context) }),
    ...(report.shown && { shown: report.shown }),
    ...(report.rivals && { rivals: [...report.rivals].join(' ') }),
  });
  return `https://github.com/${repository}/issues/new?${fields}`;
}

function cut(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}
