import { describe, expect, test } from 'vitest';
import { withoutVersion } from '../../../src/papers/web-address.ts';
import { arxivId } from '../../../src/search/arxiv-id.ts';
import { joinedCompounds } from '../../../src/search/compounds.ts';
import { editDistance } from '../../../src/search/edit-distance.ts';
import { foldText } from '../../../src/search/fold.ts';
import { parseQuery } from '../../../src/search/query.ts';
import { wordForms } from '../../../src/search/word-forms.ts';

describe('foldText', () => {
  test.each([
    ['Ｍｅｄ－ＶＱＡ', 'med vqa'],
    ['RL 框架', 'rl框架'],
    ['强化 学习', '强化学习'],
    ['state-of-the-art', 'state of the art'],
    ['a\u200Bb  c\n d', 'ab c d'],
    ['ﬁne', 'fine'],
  ])('%j reads %j', (text, folded) => expect(foldText(text).text).toBe(folded));

  test('each character knows where it came from', () => {
    const text = 'ＲＬ － 框架';
    const { text: folded, starts, ends } = foldText(text);
    expect(folded).toBe('rl框架');
    expect(text.slice(starts[2], ends[3])).toBe('框架');
    expect(starts).toHaveLength(folded.length);
  });
});

describe('wordForms', () => {
  test.each([
    ['reward', 'rewards', 'rewarding', 'rewarded'],
    ['studies', 'study', 'studied', 'studying'],
    ['training', 'train', 'trained', 'trains'],
    ['using', 'use', 'used', 'uses'],
    ['planning', 'plan', 'planned'],
    ['plan', 'planning', 'planned'],
    ['matrices', 'matrix'],
    ['hypothesis', 'hypotheses'],
    ['hypotheses', 'hypothesis'],
    ['classes', 'class'],
    ['class', 'classes'],
    ['gpus', 'gpu'],
    ['humanity', 'humanitys'],
  ])('%s is also %s', (word, ...forms) =>
    expect(wordForms(word)).toEqual(expect.arrayContaining([word, ...forms])),
  );

  test('another word is no form', () => {
    expect(wordForms('general')).not.toContain('generate');
    expect(wordForms('string')).not.toContain('str');
    expect(wordForms('中')).toEqual(['中']);
    expect(wordForms('gpt4')).toEqual(['gpt4']);
  });
});

test.each<[string, string, number]>([
  ['', 'abc', 3],
  ['curiculum', 'curriculum', 1],
  ['form', 'from', 1],
  ['kitten', 'sitting', 3],
  ['ca', 'abc', 3],
])('%j is as far from %j as %i', (one, other, distance) => {
  expect(editDistance(one, other)).toBe(distance);
  expect(editDistance(other, one)).toBe(distance);
});

test('compounds are known as one word, too', () => {
  const text = 'Fine-tuning for Med-VQA，Chain\u2011of-Thought; fine-tuning 2025-06, 医疗-RL, -x-';
  expect(joinedCompounds(text)).toEqual(['finetuning', 'medvqa', 'chainofthought']);
});

describe('arxivId', () => {
  test.each([
    ['2506.12849', '2506.12849'],
    ['2506.12849v2', '2506.12849'],
    ['arXiv:2506.12849', '2506.12849'],
    ['https://arxiv.org/abs/2506.12849v1', '2506.12849'],
    ['http://www.arxiv.org/pdf/2506.12849v1.pdf', '2506.12849'],
    ['arxiv.org/pdf/2506.12849?download=1', '2506.12849'],
    ['https://alphaxiv.org/abs/2506.12849', '2506.12849'],
    ['cs.LG/0501001v1', 'cs.lg/0501001'],
    ['arXiv:2506.12849v2 [cs.CV]', '2506.12849'],
    ['[arXiv:2506.12849]', '2506.12849'],
    ['(2506.12849v1).', '2506.12849'],
    ['10.48550/arXiv.2506.12849', '2506.12849'],
    ['doi:10.48550/arXiv.2506.12849', '2506.12849'],
    ['https://doi.org/10.48550/ARXIV.2506.12849', '2506.12849'],
    ['https://ar5iv.labs.arxiv.org/html/2506.12849', '2506.12849'],
    ['ar5iv.org/abs/2506.12849', '2506.12849'],
    ['https://huggingface.co/papers/2506.12849', '2506.12849'],
    ['https://www.alphaxiv.org/overview/2506.12849v2', '2506.12849'],
  ])('%s', (typed, id) => expect(arxivId(typed)).toBe(id));

  test.each(['reward', '2506', 'see 2506.12849', 'https://example.org/abs/2506.12849', ''])(
    '%j is none',
    (typed) => expect(arxivId(typed)).toBeUndefined(),
  );

  test('loses its version', () => expect(withoutVersion('2506.12849v12')).toBe('2506.12849'));
});

describe('parseQuery', () => {
  const words = (typed: string) => parseQuery(typed).words.map(({ text }) => text);
  test.each([
    ['RL框架', ['rl', '框架']],
    ['Med-VQA', ['med', 'vqa']],
    ['Qwen2.5-VL', ['qwen2.5', 'vl']],
    ['ＧＲＰＯ', ['grpo']],
    ['"<b>x</b>" AND 强化', ['b', 'x', 'b', '强化']],
    ['the effect of rewards on a model', ['effect', 'rewards', 'model']],
    ['of the', ['of', 'the']],
    ['强化 学习', ['强化', '学习']],
    ['% ** 😀', []],
    ['', []],
  ])('%j', (typed, expected) => expect(words(typed)).toEqual(expected));

  test('a long query is cut, and says so', () => {
    const query = parseQuery('word '.repeat(400));
    expect(query.words.length).toBeLessThan(30);
    expect(query.cut).toBe(true);
    expect(parseQuery('x'.repeat(2000)).words[0]?.text.length).toBeLessThan(100);
  });

  test('half a character is taken for none', () => {
    expect(parseQuery('a\uD83D').typed).toBe('a\uFFFD');
    expect(words('\uD83D')).toEqual([]);
  });

  test('the literal query knows where words end', () => {
    const { literal } = parseQuery('Med-VQA');
    expect(literal?.test(foldText('(Med VQA)').text)).toBe(true);
    expect(literal?.test(foldText('Med-VQAs').text)).toBe(false);
    expect(parseQuery('框架RL').literal?.test(foldText('新框架 RL的').text)).toBe(true);
  });
});
