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
const MOST_CHARACTERS = 200;

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

/** The address of the form for a new issue, filled in. `repository` is `owner/name`. */
export function reportHref(repository: string, report: Report): string {
  const lines = [
    `**Paper:** ${cut(report.paper)}`,
    `**Page:** ${report.page}`,
    ...(report.context ? [`**Text:** ${cut(report.context)}`] : []),
    ...(report.shown ? [`**Shown:** ${report.shown}`] : []),
    ...(report.rivals ? [`**Could also be:** ${[...report.rivals].join(' ')}`] : []),
    '**Should be:** ',
  ];
  const fields = new URLSearchParams({
    title: `Wrong character${report.shown ? ` ${report.shown}` : ''} in ${cut(report.paper)}`,
    body: lines.join('\n'),
  });
  return `https://github.com/${repository}/issues/new?${fields}`;
}

function cut(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  if (characters.length <= MOST_CHARACTERS) return characters.join('');
  return `${characters.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}
