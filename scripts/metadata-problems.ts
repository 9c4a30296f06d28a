/** What to tell of a paper after arXiv was asked. */
import { checkMetadata } from '../src/papers/metadata/choose-metadata.ts';
import type { Problem } from '../src/papers/problem.ts';
import type { ListedPaper } from './read-papers.ts';
import type { MetadataUpdate } from './update-metadata.ts';

/** The problems with the papers that have an arXiv identifier. */
export function metadataProblems(
  papers: readonly ListedPaper[],
  update: MetadataUpdate,
): Problem[] {
  const failed = new Map(update.failed.flatMap(({ ids, why }) => ids.map((id) => [id, why])));
  const refused = byId(update.refused);
  const unreadable = byId(update.unreadable);
  const leftOut = byId(update.leftOut);
  return papers.flatMap(({ entry, place }): Problem[] => {
    const { arxiv = '', title } = entry;
    const paper = `${arxiv}, "${title}"`;
    const goesWithout = `See what https://arxiv.org/abs/${arxiv} shows. The paper goes without authors.`;
    const problem = (
      name: string,
      severity: Problem['severity'],
      what: string,
      todo: string,
    ): Problem[] => [{ ...place, name, severity, what, todo }];

    const failure = failed.get(arxiv);
    if (failure !== undefined) {
      return problem(
        'ARXIV_UNAVAILABLE',
        'error',
        `arXiv was asked for ${paper}, in vain: ${failure}.`,
        'Run "npm run metadata" again later: what was fetched is kept.',
      );
    }
    const refusal = refused.get(arxiv);
    if (refusal !== undefined) {
      const what = `arXiv was asked for ${paper}, in vain: ${refusal}.`;
      return problem('ARXIV_REFUSED', 'warning', what, goesWithout);
    }
    const garbage = unreadable.get(arxiv);
    if (garbage !== undefined) {
      const what = `What arXiv answered for ${paper} can't be used: ${garbage}.`;
      return problem('METADATA_UNREADABLE', 'warning', what, goesWithout);
    }
    const missing = leftOut.get(arxiv);
    return [
      ...(missing === undefined
        ? []
        : problem(
            'METADATA_LEFT_OUT',
            'warning',
            `Of what arXiv answered for ${paper}, a part is left out: ${missing}.`,
            `See what https://arxiv.org/abs/${arxiv} shows; what is right may be written into metadata.json.`,
          )),
      ...checkMetadata(entry, update.metadata, place),
    ];
  });
}

function byId(reasons: readonly { id: string; why: string }[]): Map<string, string> {
  return new Map(reasons.map(({ id, why }) => [id, why]));
}
