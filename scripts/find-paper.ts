/** Finds a paper's section in a list as received, where rulings speak of it. */
import { damage } from '../src/mojibake/damage.ts';
import { knownDamages } from '../src/mojibake/known-damages.ts';
import type { LineRange } from '../src/mojibake/place-rulings.ts';

/** A slug has no spaces; the headings inside notes, which may be of level 2 as well, do or have no hyphens. */
const SLUG_HEADING = /^## \S*-\S*\s*$/;

/** The lines from the heading `## slug` to the one before the next slug; null where there is none. */
export function findPaper(received: string, slug: string): LineRange | null {
  const lines = received.split(/\r\n|\r|\n/);
  const headings = [slug, ...knownDamages.map((by) => damage(slug, by))].map(
    (name) => `## ${name}`,
  );
  const heading = lines.findIndex((line) => headings.includes(line.trimEnd()));
  if (heading < 0) return null;
  const length = lines.slice(heading + 1).findIndex((line) => SLUG_HEADING.test(line));
  return { firstLine: heading + 1, lastLine: length < 0 ? lines.length : heading + 1 + length };
}
