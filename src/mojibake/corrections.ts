/**
 * Rulings of a human reader on damaged characters: the file they are kept in, and what each must hold.
 *
 *     - list: reward-rl-medical      # the list's file name without .md
 *       paper: capo--reinforcing-…   # optional: only in this paper's section; or `line: 64`
 *       received: 'ä¸Žç­'            # characters as they stand in the list, from whole character to whole character
 *       restored: 与答               # what they must read
 *       why: …                       # the reason, in English
 *       whyZh: …                     # optional: the same in Chinese, for pages in Chinese
 *       times: 2                     # optional: how many places it is meant for, 1 by default
 */
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import { z } from 'zod';

const oneLine = z
  .string()
  .min(1)
  .regex(/^[^\r\n]*$/, 'must be one line');

export const rulingSchema = z
  .strictObject({
    list: z.string().regex(/^[^/\\]+$/, 'must be the name of a file in lists/ without .md'),
    line: z.int().positive().optional(),
    paper: z.string().min(1).optional(),
    received: oneLine,
    restored: oneLine,
    why: z.string().min(1),
    whyZh: z.string().min(1).optional(),
    times: z.int().positive().default(1),
  })
  .refine(({ line, paper }) => line === undefined || paper === undefined, {
    message: 'give `line` or `paper`, not both',
    path: ['paper'],
  });

/** Where a ruling stands in its file. Lines and columns from 1, columns in UTF-16 code units. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export type Ruling = z.infer<typeof rulingSchema> & { place: Place };

export type CorrectionProblemName =
  /** The file is no YAML list of rulings. */
  | 'CORRECTION_INVALID'
  /** The received characters stand nowhere in the line, paper or list. */
  | 'CORRECTION_MATCHES_NOTHING'
  /** No received character can be damage, so there is nothing to rule. */
  | 'CORRECTION_RULES_NOTHING'
  /** The same ruling stands in the file twice. */
  | 'CORRECTION_TWICE'
  /** They stand in more or fewer places than the ruling is meant for. */
  | 'CORRECTION_AMBIGUOUS'
  /** The restored text, damaged, isn't the received one. */
  | 'CORRECTION_CONTRADICTS_BYTES'
  /** Two rulings give one character two readings. */
  | 'CORRECTION_CONTRADICTS_CORRECTION';

/** A problem with a ruling, for a person: where, what and what to do. */
export interface CorrectionProblem extends Place {
  name: CorrectionProblemName;
  severity: 'error';
  what: string;
  todo: string;
}

/** Describes a problem with `ruling`. */
export function rulingProblem(
  ruling: Ruling,
  name: CorrectionProblemName,
  what: string,
  todo: string,
): CorrectionProblem {
  return { ...ruling.place, name, severity: 'error', what, todo };
}

/**
 * Reads the text of a corrections file. `file` is the name for messages. A ruling with a problem is left out
 * of `rulings`; the caller decides whether the others count. An empty file holds no rulings.
 */
export function parseCorrections(
  yaml: string,
  file: string,
): { rulings: Ruling[]; problems: CorrectionProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const invalid = (place: Place, what: string): CorrectionProblem => ({
    ...place,
    name: 'CORRECTION_INVALID',
    severity: 'error',
    what,
    todo: 'Write a YAML list of rulings: list, line or paper, received, restored, why.',
  });
  const yamlProblems = document.errors.map((error) =>
    invalid(placeAt(error.pos[0]), error.message.split('\n')[0]?.replace(/ at line .*$/, '') ?? ''),
  );
  if (yamlProblems.length > 0) return { rulings: [], problems: yamlProblems };
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return { rulings: [], problems: [] };
  if (!Array.isArray(value)) {
    return { rulings: [], problems: [invalid(placeAt(0), 'The file is not a list of rulings.')] };
  }
  const rulings: Ruling[] = [];
  const problems: CorrectionProblem[] = [];
  value.forEach((item, index) => {
    const place = placeAt(offsetOf(document, [index]));
    const parsed = rulingSchema.safeParse(item);
    if (parsed.success) {
      const ruling = { ...parsed.data, place };
      const same = rulings.find((other) => isSame(other, ruling));
      rulings.push(ruling);
      if (same) problems.push(twice(ruling, same));
    } else {
      for (const { path, message } of parsed.error.issues) {
        const at = placeAt(offsetOf(document, [index, ...path]));
        problems.push(invalid(at, [`Ruling ${index + 1}`, ...path, `${message}.`].join(': ')));
      }
    }
  });
  return { rulings, problems };
}

/** Whether two rulings speak of the same characters in the same place. */
function isSame(one: Ruling, other: Ruling): boolean {
  return (['list', 'line', 'paper', 'received'] as const).every((key) => one[key] === other[key]);
}

function twice(ruling: Ruling, first: Ruling): CorrectionProblem {
  const what = `The ruling of line ${first.place.line} is for ${ruling.received} in the same place.`;
  return rulingProblem(ruling, 'CORRECTION_TWICE', what, 'Keep one of the two.');
}

/** The offset of the node at `path`, or of the nearest one around it that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
