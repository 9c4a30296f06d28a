/** Lists → entries, in memory: repair, parse, merge, render. The only place where repair and papers meet. */
import { parseCorrections, rulingProblem, type Ruling } from '../src/mojibake/corrections.ts';
import { damage } from '../src/mojibake/damage.ts';
import type { LanguageModel } from '../src/mojibake/language-model.ts';
import { placeRulings } from '../src/mojibake/place-rulings.ts';
import { repairText, type Repair } from '../src/mojibake/repair.ts';
import { mergePapers } from '../src/papers/merge.ts';
import { parseList, type ListedPaper, type ParsedList } from '../src/papers/parse-list.ts';
import type { Problem } from '../src/papers/problem.ts';
import { renderMdx } from '../src/papers/render-mdx.ts';
import type { PaperEntry } from '../src/papers/schema.ts';
import { parseTopics } from '../src/papers/topics.ts';
import { findPaper } from './find-paper.ts';
import type { Sources } from './read-sources.ts';

export interface Library {
  /** File name → content, for the folder of entries. */
  files: Map<string, string>;
  problems: Problem[];
  /** A line per list: which damage was found, and how its gaps were settled. */
  summary: string[];
}

type SourceList = Sources['lists'][number];

/** Builds all entries. Files are complete only where no problem is an error. */
export function buildLibrary(sources: Sources, model: LanguageModel): Library {
  const problems: Problem[] = [];
  const { topics, corrections } = sources;
  const taxonomy = topics ? parseTopics(topics.text, topics.file) : { topics: [], problems: [] };
  const rulings = corrections
    ? parseCorrections(corrections.text, corrections.file)
    : { rulings: [], problems: [] };
  problems.push(...taxonomy.problems, ...rulings.problems);
  problems.push(...rulingsOnNoList(rulings.rulings, sources.lists));

  const repairs = new Map<ParsedList, Repair>();
  const summary: string[] = [];
  for (const source of sources.lists) {
    const repair = repairList(source, rulings.rulings, model, problems);
    const parsed = parseList(repair.text, source.id, source.file);
    problems.push(...parsed.problems.map((problem) => asReceived(problem, source.text, repair)));
    repairs.set(parsed.list, repair);
    summary.push(summarize(source, parsed.list, repair));
  }

  const merged = mergePapers([...repairs.keys()], taxonomy.topics, (list, paper) =>
    repairSummary(list, paper, repairs),
  );
  problems.push(...merged.problems);
  const files = new Map(
    merged.papers.map(({ segment, entry, body }) => [`${segment}.mdx`, renderMdx(entry, body)]),
  );
  return { files, problems, summary };
}

function repairList(
  { id, text }: SourceList,
  rulings: readonly Ruling[],
  model: LanguageModel,
  problems: Problem[],
): Repair {
  const ofList = rulings.filter(({ list }) => list === id);
  const placed = placeRulings(ofList, (slug) => findPaper(text, slug));
  const repair = repairText(text, { model, rulings: placed.placed });
  problems.push(...placed.problems, ...repair.problems);
  return repair;
}

function rulingsOnNoList(rulings: readonly Ruling[], lists: readonly SourceList[]): Problem[] {
  return rulings
    .filter(({ list }) => !lists.some(({ id }) => id === list))
    .map((ruling) =>
      rulingProblem(
        ruling,
        'CORRECTION_MATCHES_NOTHING',
        `There is no list ${ruling.list}.`,
        "Write the list's file name without .md.",
      ),
    );
}

/** Moves a problem's column from the repaired line to the line in the file, where a person will look. */
function asReceived(problem: Problem, received: string, { text, damage: found }: Repair): Problem {
  if (!found) return problem;
  const repairedLine = lineOf(text, problem.line);
  const isWholeLine = damage(repairedLine) === lineOf(received, problem.line);
  if (!isWholeLine) return problem;
  return { ...problem, column: damage(repairedLine.slice(0, problem.column - 1)).length + 1 };
}

function lineOf(text: string, line: number): string {
  return text.split(/\r\n|\r|\n/)[line - 1] ?? '';
}

function repairSummary(
  list: ParsedList,
  { line, section }: ListedPaper,
  repairs: ReadonlyMap<ParsedList, Repair>,
): PaperEntry['repair'] {
  const summary = { exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 };
  for (const gap of repairs.get(list)?.gaps ?? []) {
    const isIndex = gap.line === line || gap.line === line + 1;
    const isNotes = section && gap.line >= section.firstLine && gap.line <= section.lastLine;
    if (!isIndex && !isNotes) continue;
    summary[gap.source]++;
    if (gap.uncertain) summary.uncertain++;
  }
  return summary;
}

function summarize(
  { file }: SourceList,
  { papers }: ParsedList,
  { damage: found, gaps }: Repair,
): string {
  const count = (wanted: string) => gaps.filter(({ source }) => source === wanted).length;
  const uncertain = gaps.filter((gap) => gap.uncertain).length;
  const repair = found
    ? `read as ${found.encoding}; ${gaps.length} characters damaged: ` +
      `${count('exact')} exact, ${count('decoder')} decoded (${uncertain} uncertain), ${count('correction')} ruled`
    : 'intact';
  return `${file}: ${papers.length} papers, ${repair}`;
}
