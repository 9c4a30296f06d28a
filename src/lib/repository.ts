/** The project's repository on GitHub, where readers report a wrong character. */
import manifest from '../../package.json' with { type: 'json' };
import { gitHubRepository } from './report-link.ts';

const GITHUB = 'https://github.com';

/**
 * `owner/name`, as the `repository` field of package.json names it or else GitHub Actions, which builds the site;
 * undefined where neither does, or where the Actions are those of another server.
 */
export function findRepository(field: unknown, env: NodeJS.ProcessEnv): string | undefined {
  const isGitHub = (env['GITHUB_SERVER_URL'] || GITHUB) === GITHUB;
  return (
    gitHubRepository(field) ?? (isGitHub ? gitHubRepository(env['GITHUB_REPOSITORY']) : undefined)
  );
}

export const repository = findRepository(
  (manifest as { repository?: unknown }).repository,
  process.env,
);
