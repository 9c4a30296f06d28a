/**
 * arXiv → content/metadata.json: `npm run metadata [-- --refresh]`.
 *
 * Asks arXiv's API for the authors, categories, DOI and dates of the papers whose metadata is not there yet;
 * with --refresh for those of all. What was fetched is kept, whatever happens next: run it again for the rest.
 */
import { parseArgs } from 'node:util';
import path from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import { renderMetadata, type Metadata } from '../src/papers/metadata/schema.ts';
import { compareProblems, formatProblem, type Problem } from '../src/papers/problem.ts';
import { readSettings } from '../src/settings.ts';
import { createArxivClient } from './arxiv-client.ts';
import { metadataProblems } from './metadata-problems.ts';
import { readListedPapers, readMetadata } from './read-papers.ts';
import { displayPath } from './read-text.ts';
import { updateMetadata } from './update-metadata.ts';
import { applyTree } from './write-tree.ts';

const { values } = parseArgs({
  options: {
    refresh: { type: 'boolean', default: false },
    api: { type: 'string', default: 'https://export.arxiv.org/api/query' },
  },
});
const { contentDir, papersDir } = readSettings();
const file = path.join(contentDir, 'metadata.json');

const known = await readMetadata(file);
const listed = await readListedPapers(papersDir);
const input = [...known.problems, ...listed.problems];
if (input.length > 0) {
  printProblems(input);
  console.error('Nothing was asked for.');
  process.exit(1);
}

const papers = listed.papers.filter(({ entry }) => entry.arxiv !== undefined);
const ids = papers.flatMap(({ entry: { arxiv } }) =>
  arxiv !== undefined && (values.refresh || !Object.hasOwn(known.metadata.papers, arxiv))
    ? [arxiv]
    : [],
);
const ask = createArxivClient(
  values.api,
  `${manifest.name}/${manifest.version} (npm run metadata)`,
);
const update = await updateMetadata(ids, known.metadata, ask, keep, console.error);
const problems = metadataProblems(papers, update);
printProblems(problems);
const count = Object.keys(update.metadata.papers).length;
console.log(
  `${displayPath(file)}: ${count} papers, ${update.fetched.length} fetched, ` +
    `${problems.length} of ${papers.length} with a problem.`,
);
if (update.failed.length > 0) process.exitCode = 1;

async function keep(metadata: Metadata): Promise<void> {
  const write = new Map([[path.basename(file), renderMetadata(metadata)]]);
  await applyTree({ directory: contentDir, write, remove: [], present: new Map() });
}

function printProblems(found: readonly Problem[]): void {
  for (const problem of [...found].sort(compareProblems)) console.error(formatProblem(problem));
}
