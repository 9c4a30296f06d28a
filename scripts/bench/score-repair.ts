/** Scores a repair against the intact text. */
import { damageTable } from '../../src/mojibake/damage-table.ts';
import { damageChar } from '../../src/mojibake/damage.ts';
import type { Damage, RepairedText } from '../../src/mojibake/repaired-text.ts';
import { encodeCodePoint } from '../../src/mojibake/utf8.ts';

export interface Score {
  /** Characters that lost bytes, and how many of them came back right. */
  damaged: number;
  right: number;
  /** Characters that lost no byte and came back wrong all the same. */
  wholeWrong: number;
  /** Lines with damage of any kind, and how many came back right from end to end. */
  lines: number;
  linesRight: number;
  /** Wrong choices, `intact → chosen`, with their number. */
  confusions: Map<string, number>;
  /** Each choice of the decoder: its margin, and whether it was right. */
  choices: { margin: number; confidence: number; isRight: boolean; isUncertain: boolean }[];
}

export function emptyScore(): Score {
  return {
    damaged: 0,
    right: 0,
    wholeWrong: 0,
    lines: 0,
    linesRight: 0,
    confusions: new Map(),
    choices: [],
  };
}

/** Adds to `score` how `repaired` compares with `intact`, line by line and character by character. */
export function addToScore(
  score: Score,
  intact: string,
  repaired: RepairedText,
  damage: Damage,
): void {
  const table = damageTable(damage);
  const repairedLines = repaired.text.split('\n');
  const gaps = new Map(repaired.gaps.map((gap) => [`${gap.line}:${gap.column}`, gap]));
  intact.split('\n').forEach((line, index) => {
    const expected = [...line];
    if (expected.every((char) => char < '\u0080')) return;
    const chars = [...(repairedLines[index] ?? '')];
    // A damaged character is one character when repaired; where the detector missed some, none can be paired.
    const isPaired = chars.length === expected.length;
    score.lines++;
    if (line === repairedLines[index]) score.linesRight++;
    let column = 1;
    expected.forEach((char, at) => {
      const chosen = isPaired ? (chars[at] ?? '') : '';
      const isRight = chosen === char;
      const lostBytes =
        damageChar(char, table).length < encodeCodePoint(char.codePointAt(0) ?? 0).length;
      if (!lostBytes) {
        if (!isRight) score.wholeWrong++;
      } else {
        score.damaged++;
        if (isRight) score.right++;
        else {
          const confusion = `${char} → ${chosen || 'left as received'}`;
          score.confusions.set(confusion, (score.confusions.get(confusion) ?? 0) + 1);
        }
        const gap = gaps.get(`${index + 1}:${column}`);
        if (gap && gap.margin !== null) {
          score.choices.push({
            margin: gap.margin,
            confidence: gap.confidence,
            isRight,
            isUncertain: gap.uncertain,
          });
        }
      }
      column += chosen.length;
    });
  });
}
