import { expect, test } from 'vitest';
import { confidenceOf, UNCERTAIN_BELOW } from '../../../src/mojibake/calibration.ts';
import { decode } from '../../../src/mojibake/decode.ts';
import type { LanguageModel } from '../../../src/mojibake/language-model.ts';
import { findArcs, type Slot } from '../../../src/mojibake/lattice.ts';
import { buildLexicon } from '../../../src/mojibake/lexicon.ts';

/** A bigram model with arbitrary, fixed probabilities: the state is the last word. */
const words = ['一', '二', '三', '一二', '二三', '三一', '二一三', '三三'];
const model: LanguageModel = {
  lexicon: buildLexicon(words),
  start: -1,
  classWord: () => 99,
  recall: (state) => ({
    logProb: (word) => -1 - (((state + 2) * 7 + word * 13) % 17) / 3,
    next: (word) => word,
  }),
  spelling: () => -4,
};

/** The best score of each character of each slot, by walking every way there is. */
function searchAll(slots: readonly Slot[]): Map<string, number>[] {
  const best = slots.map(() => new Map<string, number>());
  const walk = (at: number, state: number, score: number, chars: string[]) => {
    if (at === slots.length) {
      chars.forEach((char, index) => {
        if (score > (best[index]?.get(char) ?? -Infinity)) best[index]?.set(char, score);
      });
      return;
    }
    for (const arc of findArcs(slots, at, model)) {
      const word = arc.word ?? -1;
      const history = model.recall(state);
      walk(arc.end, history.next(word), score + arc.spelling + history.logProb(word), [
        ...chars,
        ...arc.chars,
      ]);
    }
  };
  walk(0, model.start, 0, []);
  return best;
}

const open = ['一', '二', '三', '丁'];

test.each([
  [[open]],
  [[open, ['一'], open]],
  [[open, open, open]],
  [[['二'], open, ['三'], ['三'], open]],
  [[['三', '一'], ['一', '三'], ['二', '丁'], ['一'], ['三', '二'], ['二', '一']]],
])('margins and rankings are those of an exhaustive search: %j', (slots: string[][]) => {
  const expected = searchAll(slots);
  decode(slots, model).forEach((choice, index) => {
    const scores = [...(expected[index] ?? [])].sort((a, b) => b[1] - a[1]);
    if (slots[index]?.length === 1) {
      expect(choice.margin).toBe(Infinity);
      return;
    }
    expect(choice.ranked).toHaveLength(slots[index]?.length ?? 0);
    const ranked = choice.ranked.map((char) => expected[index]?.get(char) ?? -Infinity);
    expect(ranked).toEqual(scores.map(([, score]) => expect.closeTo(score, 9)));
    expect(choice.margin).toBeCloseTo((scores[0]?.[1] ?? 0) - (scores[1]?.[1] ?? 0), 9);
  });
});

test('a lexicon finds its words and nothing else', () => {
  const lexicon = buildLexicon(['中国', '中', '国家', '𠀀字', '中']);
  const find = (word: string) => {
    let node = 0;
    for (const char of word) node = node < 0 ? -1 : lexicon.child(node, char.codePointAt(0) ?? 0);
    return node < 0 ? 'no way' : lexicon.word(node);
  };
  expect(['中国', '中', '国家', '𠀀字'].map(find)).toEqual([0, 1, 2, 3]);
  expect(['国', '中家', '家', '𠀁'].map(find)).toEqual([-1, 'no way', 'no way', 'no way']);
});

test('confidence rises with the margin, from little better than chance to certainty', () => {
  const confidences = [0, 0.5, 1, 2, 4, 10].map(confidenceOf);
  expect(confidences).toEqual([...confidences].sort((a, b) => a - b));
  expect(confidences[0]).toBeGreaterThan(0.5);
  expect(confidences[0]).toBeLessThan(0.6);
  expect(confidenceOf(Infinity)).toBe(1);
  expect(confidenceOf(UNCERTAIN_BELOW)).toBeCloseTo(0.982, 2);
});
