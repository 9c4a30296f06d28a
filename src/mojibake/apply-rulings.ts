/**
 * Rulings on the tokens of a text. A ruling settles how its place is cut and what each character is; detector
 * and decoder then work around it.
 */
import { rulingProblem, type CorrectionProblem } from './corrections.ts';
import type { DamageTable } from './damage-table.ts';
import { damageChar } from './damage.ts';
import type { PlacedRuling } from './place-rulings.ts';
import { tokenize, type Token } from './tokens.ts';

/** A line's tokens, with what rulings say of them. */
export interface RuledLine {
  tokens: readonly Token[];
  /** The character of each token that a ruling settles. */
  ruled: ReadonlyMap<Token, string>;
}

/** One line of the received text, without its ending. `number` counts from 1. */
export interface Line {
  number: number;
  text: string;
}

/**
 * Returns the lines that rulings change, by number, and a problem for each ruling that can't be obeyed: it
 * fits no place, or not as many as it says, or it contradicts the received characters or another ruling.
 */
export function applyRulings(
  lines: readonly Line[],
  rulings: readonly PlacedRuling[],
  table: DamageTable,
): { ruledLines: Map<number, RuledLine>; problems: CorrectionProblem[] } {
  const parts = new Map<Line, Map<number, Part>>();
  const problems: CorrectionProblem[] = [];
  for (const { ruling, firstLine, lastLine } of rulings) {
    const aligned = align(ruling.received, ruling.restored, table);
    if (!aligned) {
      const what = `${ruling.restored} can't have become ${ruling.received}.`;
      const todo = 'Take `received` from the list, and restore each of its characters to one.';
      problems.push(rulingProblem(ruling, 'CORRECTION_CONTRADICTS_BYTES', what, todo));
      continue;
    }
    if (aligned.every(({ char, isIntact }) => isIntact && !table.leads.read(char, 0))) {
      const what = `No character of ${ruling.received} can be damage.`;
      const todo = 'Remove the ruling: what is wrong in an intact list is corrected in the list.';
      problems.push(rulingProblem(ruling, 'CORRECTION_RULES_NOTHING', what, todo));
      continue;
    }
    let times = 0;
    for (const line of lines) {
      if (line.number < firstLine || line.number > lastLine) continue;
      for (const start of findPlaces(line, ruling.received, table)) {
        times++;
        let lineParts = parts.get(line);
        if (!lineParts) parts.set(line, (lineParts = new Map<number, Part>()));
        for (const part of aligned) {
          const known = lineParts.get(start + part.start);
          if (known && (known.char !== part.char || known.length !== part.length)) {
            const what = `On line ${line.number} another ruling reads ${known.char} for ${part.char}.`;
            const todo = 'Keep one of the two.';
            problems.push(rulingProblem(ruling, 'CORRECTION_CONTRADICTS_CORRECTION', what, todo));
          } else lineParts.set(start + part.start, { ...part, start: start + part.start });
        }
      }
    }
    if (times !== ruling.times) {
      const where = firstLine === lastLine ? `line ${firstLine}` : (ruling.paper ?? ruling.list);
      const [name, what, todo] =
        times === 0
          ? ([
              'CORRECTION_MATCHES_NOTHING',
              `${ruling.received} doesn't stand in ${where}.`,
              'Copy `received` from the list, from whole character to whole character.',
            ] as const)
          : ([
              'CORRECTION_AMBIGUOUS',
              `${ruling.received} stands ${times} times in ${where}; the ruling is for ${ruling.times}.`,
              'Give `line`, or more of the context in `received`, or `times` if it holds for all.',
            ] as const);
      problems.push(rulingProblem(ruling, name, what, todo));
    }
  }
  const ruledLines = new Map(
    [...parts].map(([line, its]) => [line.number, rule(line, its, table)]),
  );
  return { ruledLines, problems };
}

/** A piece of a line that a ruling reads as one character. */
interface Part {
  start: number;
  length: number;
  char: string;
  /** Whether the character stands there as it is. */
  isIntact: boolean;
}

/** Splits `received` by the characters of `restored`, damaged or intact; null where they don't fit. */
function align(received: string, restored: string, table: DamageTable): Part[] | null {
  const parts: Part[] = [];
  let start = 0;
  for (const char of restored) {
    const damaged = damageChar(char, table);
    const form = [damaged, char].find((one) => received.startsWith(one, start));
    if (form === undefined) return null;
    parts.push({ start, length: form.length, char, isIntact: form === char });
    start += form.length;
  }
  return start === received.length ? parts : null;
}

/** Where `received` stands in the line without cutting through a character. */
function findPlaces({ text }: Line, received: string, table: DamageTable): number[] {
  const places: number[] = [];
  for (
    let at = text.indexOf(received);
    at >= 0;
    at = text.indexOf(received, at + received.length)
  ) {
    places.push(at);
  }
  if (places.length === 0) return places;
  const inside = new Set<number>();
  for (const { start, end, unit } of tokenize(text, table)) {
    if (!unit) continue;
    // A space at the end may be one of the text.
    const last = start + text.slice(start, end).trimEnd().length;
    for (let at = start + 1; at < (unit.isWhole ? end : last); at++) inside.add(at);
  }
  return places.filter((at) => !inside.has(at) && !inside.has(at + received.length));
}

/** Replaces the tokens under the ruled parts by those of the ruling. */
function rule({ text }: Line, parts: ReadonlyMap<number, Part>, table: DamageTable): RuledLine {
  const ruled = new Map<Token, string>();
  const settled = new Uint8Array(text.length);
  const made: Token[] = [];
  for (const { start, length, char } of parts.values()) {
    const end = start + length;
    const received = text.slice(start, end);
    const token: Token = { kind: 'foreign', start, end, unit: null };
    if (char < '\u0080') token.kind = 'ascii';
    else if (received !== char) {
      const [read] = tokenize(received, table);
      token.unit = read?.unit ?? null;
      token.kind = token.unit?.isWhole ? 'whole' : 'gap';
      ruled.set(token, char);
    }
    settled.fill(1, start, end);
    made.push(token);
  }
  for (const token of tokenize(text, table)) {
    // A run that a ruling touches keeps its other characters.
    for (let start = token.start; start < token.end; start++) {
      if (settled[start]) continue;
      let end = start + 1;
      while (end < token.end && !settled[end]) end++;
      const isAll = start === token.start && end === token.end;
      const kind = token.unit ? 'ascii' : token.kind;
      made.push(isAll ? token : { kind, start, end, unit: null });
      start = end;
    }
  }
  return { tokens: made.sort((a, b) => a.start - b.start), ruled };
}
