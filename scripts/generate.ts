/**
 * Lists → papers: `npm run generate [-- --check]`.
 *
 * Reads content/lists/*.md, repairs and parses them, merges what they say about each paper, and writes one
 * MDX entry per paper, with the record of its repair beside it, and a file per list with what its fragments
 * lead to. Papers that were there and are gone are named, and where metadata was fetched those that go without. With
 * --check it writes nothing, prints what would change and exits 1.
 */
import { parseArgs } from 'node:util';
import { readSettings } from '../src/settings.ts';
import { buildLibrary } from './build-library.ts';
import { checkLibraryMetadata } from './check-metadata.ts';
import { loadLanguageModel } from './load-model.ts';
import { readGoneEntries } from './gone-entries.ts';
import { displayPath } from './read-text.ts';
import { readSources } from './read-sources.ts';
import { compareProblems, formatProblem } from '../src/papers/problem.ts';
import { checkGone } from '../src/papers/redirects.ts';
import { applyTree, formatPlan, planTree } from './write-tree.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const settings = readSettings();

const sources = await readSources(settings.contentDir);
const library = buildLibrary(sources, loadLanguageModel());

const gone = await readGoneEntries(settings.papersDir, library.files);
const problems = [
  ...sources.problems,
  ...library.problems,
  ...checkGone(gone, library.redirects),
  ...(await checkLibraryMetadata(library, settings)),
].sort(compareProblems);
for (const problem of problems) console.error(formatProblem(problem));
const errors = problems.filter(({ severity }) => severity === 'error').length;
if (errors > 0) {
  console.error(`${errors} ${errors === 1 ? 'error' : 'errors'}: nothing was written.`);
  process.exit(1);
}

const plan = await planTree(settings.papersDir, library.files, [
  '.mdx',
  '.repair.json',
  '.anchors.json',
]);
const place = displayPath(settings.papersDir);
if (values.check) {
  if (plan.write.size + plan.remove.length > 0) {
    console.log(formatPlan(plan));
    console.error(`${place} is not current: run "npm run generate" and commit what it writes.`);
    process.exit(1);
  }
} else {
  await applyTree(plan);
}
for (const line of library.summary) console.log(line);
const entries = [...library.files.keys()].filter((name) => name.endsWith('.mdx')).length;
console.log(
  `${place}: ${entries} entries, ${plan.write.size} written, ${plan.remove.length} removed.`,
);
