/** Narrows a list's rulings to lines of its text, before anything is repaired. */
import { rulingProblem, type CorrectionProblem, type Ruling } from './corrections.ts';

/** Lines from 1, both included. */
export interface LineRange {
  firstLine: number;
  lastLine: number;
}

/** A ruling and the lines of the text that it speaks of. */
export interface PlacedRuling extends LineRange {
  ruling: Ruling;
}

/**
 * Gives each ruling its lines: the one it names, its paper's, or all. `findPaper` says where a paper stands,
 * null where there is none of that slug.
 */
export function placeRulings(
  rulings: readonly Ruling[],
  findPaper: (slug: string) => LineRange | null,
): { placed: PlacedRuling[]; problems: CorrectionProblem[] } {
  const placed: PlacedRuling[] = [];
  const problems: CorrectionProblem[] = [];
  for (const ruling of rulings) {
    if (ruling.line !== undefined) {
      placed.push({ ruling, firstLine: ruling.line, lastLine: ruling.line });
    } else if (ruling.paper === undefined) {
      placed.push({ ruling, firstLine: 1, lastLine: Infinity });
    } else {
      const range = findPaper(ruling.paper);
      if (range) placed.push({ ruling, ...range });
      else {
        const what = `The list ${ruling.list} has no paper ${ruling.paper}.`;
        const todo = "Write the paper's slug as its `## ` heading has it, or leave `paper` out.";
        problems.push(rulingProblem(ruling, 'CORRECTION_MATCHES_NOTHING', what, todo));
      }
    }
  }
  return { placed, problems };
}
