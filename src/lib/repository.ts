/** The project's repository on GitHub, `owner/name`; undefined where package.json names none. */
import manifest from '../../package.json' with { type: 'json' };
import { gitHubRepository } from './report-link.ts';

export const repository = gitHubRepository((manifest as { repository?: unknown }).repository);
