/**
 * Slugs of old: content/redirects.yaml names the paper that an address leads to now whose slug no list has any
 * more, because it was changed, or its paper is another's now.
 */
import { z } from 'zod';
import { pathSegment } from './path-segment.ts';
import type { Place, Problem } from './problem.ts';
import type { PaperEntry } from './schema.ts';
import { arxivSegments } from './web-address.ts';
import { parseYamlList } from './yaml-list.ts';

export const redirectSchema = z.strictObject({
  /** The slug as the list had it: `/papers/<slug>/` and `/#<slug>` lead on. */
  from: z.string().min(1),
  /** The id of the paper that is shown instead. */
  to: z.string().min(1),
});

export type Redirect = z.infer<typeof redirectSchema>;

/** A redirect and where it stands. */
export interface PlacedRedirect {
  value: Redirect;
  place: Place;
}

/** Reads redirects.yaml. Every error is reported with its place; redirects without errors are returned. */
export function parseRedirects(
  text: string,
  file: string,
): { redirects: PlacedRedirect[]; problems: Problem[] } {
  const { items, problems } = parseYamlList(text, file, {
    item: redirectSchema,
    name: 'REDIRECTS_INVALID',
    todo: 'Write "- from: <slug of old>" and beneath it "to: <id of a paper>".',
  });
  return { redirects: items, problems };
}

/** What is wrong with redirects in a library of these papers. */
export function checkRedirects(
  redirects: readonly PlacedRedirect[],
  papers: readonly Pick<PaperEntry, 'id' | 'arxiv' | 'arxivAliases'>[],
): Problem[] {
  const ids = new Set(papers.map(({ id }) => id));
  const taken = new Map(
    papers.flatMap((paper) =>
      [pathSegment(paper.id), ...arxivSegments(paper)].map((segment) => [
        segment.toLowerCase(),
        `"${paper.id}"`,
      ]),
    ),
  );
  return redirects.flatMap(({ value: { from, to }, place }): Problem[] => {
    const report = (name: string, what: string, todo: string): Problem[] => [
      { ...place, name, severity: 'error', what, todo },
    ];
    const segment = pathSegment(from);
    const owner = taken.get(segment.toLowerCase());
    taken.set(segment.toLowerCase(), owner ?? `the redirect in line ${place.line}`);
    if (owner !== undefined)
      return report(
        'REDIRECT_TAKEN',
        `/papers/${segment}/ is the address of ${owner} already.`,
        'Remove one of the two.',
      );
    if (ids.has(to)) return [];
    return report(
      'REDIRECT_NOWHERE',
      `No list holds a paper "${to}".`,
      'Give the id of a paper that is there: the slug of its entry, to the letter.',
    );
  });
}

/** Warnings for papers of old that no list holds any more and no redirect names. */
export function checkGone(
  gone: readonly (Pick<PaperEntry, 'id'> & { place: Place })[],
  redirects: readonly PlacedRedirect[],
): Problem[] {
  const led = new Set(redirects.map(({ value }) => pathSegment(value.from)));
  return gone
    .filter(({ id }) => !led.has(pathSegment(id)))
    .map(({ id, place }) => ({
      ...place,
      name: 'PAPER_GONE',
      severity: 'warning',
      what: `No list holds "${id}" any more, and /papers/${pathSegment(id)}/ leads nowhere.`,
      todo: `If another paper stands for it now, name that in redirects.yaml: "- from: ${id}", "to: …".`,
    }));
}
