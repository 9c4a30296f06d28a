/** What the Content Security Policy is told of an inline script that Astro doesn't bundle: it knows only its own. */
import { createHash } from 'node:crypto';

/** The hash source of a script (CSP Level 3, section 2.3.1), without its quotation marks. */
export function scriptHash(script: string): `sha256-${string}` {
  return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
