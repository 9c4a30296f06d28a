/** Lists → entries, in memory: repair, parse, merge, render. The only place where repair and papers meet. */
import { parseCorrections, rulingProblem, type Ruling } from '../src/mojibake/corrections.ts';
import { damage } from '../src/mojibake/damage.ts';
import { describeDamage } from '../src/mojibake/known-damages.ts';
import type { LanguageModel } from '../src/mojibake/language-model.ts';
import { placeRulings, type PlacedRuling } from '../src/mojibake/place-rulings.ts';
import { repairText, type Repair } from '../src/mojibake/repair.ts';
import { listAnchors, type AnchoredList } from '../src/papers/anchors/list-anchors.ts';
import { renderListAnchors } from '../src/papers/anchors/schema.ts';
import { mergePapers, type MergedPaper } from '../src/papers/merge.ts';
import { parseList, type ParsedList } from '../src/papers/parse-list.ts';
import type { Problem } from '../src/papers/problem.ts';
import { checkRedirects, parseRedirects, type PlacedRedirect } from '../src/papers/redirects.ts';
import { renderMdx } from '../src/papers/render-mdx.ts';
import { renderRepairRecord } from '../src/papers/repair-record.ts';
import { parseTopics } from '../src/papers/topics.ts';
import { findPaper } from './find-paper.ts';
import {
  gapsOf,
  recordRepair,
  summarizeGaps,
  toListRepair,
  type ListRepair,
} from './paper-repair.ts';
import type { Sources } from './read-sources.ts';

export interface Library {
  /** File name → content, for the folder of entries. */
  files: Map<string, string>;
  papers: readonly Pick<MergedPaper, 'segment' | 'entry'>[];
  problems: Problem[];
  /** A line per list: which damage was found, and how its gaps were settled. */
  summary: string[];
  /** Slugs of old, and where they lead. */
  redirects: PlacedRedirect[];
}

type SourceList = Sources['lists'][number];

/** Builds all entries. Files are complete only where no problem is an error. */
export function buildLibrary(sources: Sources, model: LanguageModel): Library {
  const problems: Problem[] = [];
  const { topics, corrections } = sources;
  const redirects = sources.redirects
    ? parseRedirects(sources.redirects.text, sources.redirects.file)
    : { redirects: [], problems: [] };
  const taxonomy = topics ? parseTopics(topics.text, topics.file) : { topics: [], problems: [] };
  const rulings = corrections
    ? parseCorrections(corrections.text, corrections.file)
    : { rulings: [], problems: [] };
  problems.push(...taxonomy.problems, ...rulings.problems, ...redirects.problems);
  problems.push(...rulingsOnNoList(rulings.rulings, sources.lists));

  const repairs = new Map<ParsedList, ListRepair>();
  const anchored: AnchoredList[] = [];
  const summary: string[] = [];
  for (const source of sources.lists) {
    const { repair, placed } = repairList(source, rulings.rulings, model, problems);
    const parsed = parseList(repair.text, source.id, source.file);
    problems.push(...parsed.problems.map((problem) => asReceived(problem, source.text, repair)));
    repairs.set(parsed.list, toListRepair(repair, placed));
    anchored.push({ list: parsed.list, received: source.text, repaired: repair.text });
    summary.push(summarize(source, parsed.list, repair));
  }

  const merged = mergePapers([...repairs.keys()], taxonomy.topics, (list, paper) => {
    const repair = repairs.get(list);
    return summarizeGaps(repair ? gapsOf(repair, paper) : []);
  });
  const entries = merged.papers.map(({ entry }) => entry);
  problems.push(...merged.problems, ...checkRedirects(redirects.redirects, entries));
  const files = new Map([
    ...renderFiles(merged.papers, repairs),
    ...renderAnchors(merged.papers, anchored),
  ]);
  return {
    files,
    papers: merged.papers,
    problems,
    summary,
    redirects: redirects.redirects,
  };
}

/** An entry per paper, and beside it the record of its repair where it had damage. */
function renderFiles(
  papers: readonly MergedPaper[],
  repairs: ReadonlyMap<ParsedList, ListRepair>,
): Map<string, string> {
  const files = new Map<string, string>();
  for (const { segment, entry, body, shown } of papers) {
    files.set(`${segment}.mdx`, renderMdx(entry, body));
    const repair = repairs.get(shown.list);
    const record = repair && recordRepair(repair, shown.paper, body);
    if (record) files.set(`${segment}.repair.json`, renderRepairRecord(record));
  }
  return files;
}

/** What each list's fragments lead to. */
function renderAnchors(
  papers: readonly MergedPaper[],
  lists: readonly AnchoredList[],
): Map<string, string> {
  const bySlug = new Map(papers.map((paper) => [paper.entry.id, paper]));
  return new Map(
    lists.map((list) => [
      `${list.list.id}.anchors.json`,
      renderListAnchors(listAnchors(list, (slug) => bySlug.get(slug))),
    ]),
  );
}

function repairList(
  { id, text, file }: SourceList,
  rulings: readonly Ruling[],
  model: LanguageModel,
  problems: Problem[],
): { repair: Repair; placed: readonly PlacedRuling[] } {
  const ofList = rulings.filter(({ list }) => list === id);
  const placed = placeRulings(ofList, (slug) => findPaper(text, slug));
  const repair = repairText(text, { model, rulings: placed.placed });
  problems.push(...placed.problems, ...repair.problems);
  for (const warning of repair.warnings) problems.push({ ...warning, file, severity: 'warning' });
  return { repair, placed: placed.placed };
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
  const isWholeLine = damage(repairedLine, found) === lineOf(received, problem.line);
  if (!isWholeLine) return problem;
  return {
    ...problem,
    column: damage(repairedLine.slice(0, problem.column - 1), found).length + 1,
  };
}

function lineOf(text: string, line: number): string {
  return text.split(/\r\n|\r|\n/)[line - 1] ?? '';
}

function summarize(
  { file }: SourceList,
  { papers }: ParsedList,
  { damage: found, gaps }: Repair,
): string {
  const count = (wanted: string) => gaps.filter(({ source }) => source === wanted).length;
  const uncertain = gaps.filter((gap) => gap.uncertain).length;
  const repair = found
    ? `read as ${describeDamage(found)}; ${gaps.length} characters damaged: ` +
      `${count('exact')} exact, ${count('decoder')} decoded (${uncertain} uncertain), ${count('correction')} ruled`
    : 'intact';
  return `${file}: ${papers.length} papers, ${repair}`;
}
