import { describe, expect, test } from 'vitest';
import { trainReranker } from '../../../scripts/model/train-reranker.ts';
import { loadBaselineModel, loadLanguageModel } from '../../../scripts/load-model.ts';
import { decode, type Choice } from '../../../src/mojibake/decode.ts';
import {
  contextFeatures,
  placeOf,
  rerank,
  STEPS_PER_NAT,
  TABLE_SIZE,
} from '../../../src/mojibake/reranker.ts';

const certain = (char: string): Choice => ({ ranked: [char], scores: [0], margin: Infinity });
const open: Choice = { ranked: ['与', '中', '丞'], scores: [-5, -6, -Infinity], margin: 1 };
const lineOf = (text: string): Choice[] =>
  [...text].map((char) => (char === '_' ? open : certain(char)));

/** A table that says `nats` for a candidate where the first two lines differ from nothing else. */
function weightsFor(line: readonly Choice[], candidate: string, nats: number): Int8Array {
  const chars = line.map(({ ranked }) => ranked[0] ?? '');
  const weights = new Int8Array(TABLE_SIZE);
  const [, feature = 0] = contextFeatures(chars, line.indexOf(open));
  weights[placeOf(feature, candidate)] = nats * STEPS_PER_NAT;
  return weights;
}

describe('rerank', () => {
  test('what the surroundings ask for comes first, with the margin that is left', () => {
    const line = lineOf('在任务_，');
    const [choice] = rerank(line, weightsFor(line, '中', 1.5)).filter(({ margin }) => margin < 9);
    expect(choice).toEqual({
      ranked: ['中', '与', '丞'],
      scores: [-4.5, -5, -Infinity],
      margin: 0.5,
    });
  });

  test('without weights all stays', () => {
    const line = lineOf('在任务_，推理_感知');
    expect(rerank(line, new Int8Array(TABLE_SIZE))).toEqual(line);
  });

  test('what is settled stays, and what the beam lost gains nothing', () => {
    const settled = { ...open, scores: [-5, -30, -Infinity], margin: 25 };
    const line = [...lineOf('在任务'), settled];
    const weights = new Int8Array(TABLE_SIZE).fill(100);
    expect(rerank(line, weights).at(-1)).toBe(settled);
    const [choice] = rerank(lineOf('_'), weightsFor(lineOf('_'), '丞', 1));
    expect(choice?.ranked).toEqual(['与', '中', '丞']);
  });

  test('runs of Latin and digits are one, spaces are none', () => {
    const features = (text: string) => contextFeatures([...text], [...text].indexOf('_'));
    expect(features('GRPO _ 奖励')).toEqual(features('RL_奖励'));
    expect(features('提升12.5_')).not.toEqual(features('提升GPT_'));
    expect(features('前句。在任务_')).toEqual(features('别的。在任务_'));
  });
});

test('learns from where a model wavers', () => {
  const model = loadBaselineModel();
  // The dictionary alone reads 不 for each.
  const lines = Array.from({ length: 60 }, (_, line) =>
    line % 2 === 0 ? '在训练过程中，' : '奖励与策略，',
  );
  const weights = trainReranker(lines, () => model);
  expect(weights.some((weight) => weight !== 0)).toBe(true);
  expect(trainReranker(lines, () => model)).toEqual(weights);
  const slots = [...'在训练过程'].map((char) => [char]);
  const gap = ['不', '与', '中'];
  const rank = (contextWeights?: Int8Array) =>
    decode([...slots, gap, ['，']], contextWeights ? { ...model, contextWeights } : model)[5];
  const before = rank();
  const after = rank(weights);
  const lead = (choice?: Choice) =>
    (choice?.scores[choice.ranked.indexOf('中')] ?? 0) -
    (choice?.scores[choice.ranked.indexOf('不')] ?? 0);
  expect(lead(after)).toBeGreaterThan(lead(before));
});

test('the model has weights', () => {
  expect(loadLanguageModel().contextWeights).toHaveLength(TABLE_SIZE);
});
