import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  checksumFile,
  loadBaselineModel,
  loadLanguageModel,
  modelFile,
} from '../../../scripts/load-model.ts';
import { pruneTable } from '../../../scripts/model/prune-table.ts';
import { readArpa } from '../../../scripts/model/read-arpa.ts';
import { wordClasses } from '../../../scripts/model/word-classes.ts';
import {
  backoffLogProb,
  recallBackoff,
  type BackoffTable,
} from '../../../src/mojibake/backoff-table.ts';
import { damage } from '../../../src/mojibake/damage.ts';
import { FrameCounts, PAIR, PLACE } from '../../../src/mojibake/frames.ts';
import { readModel, writeModel } from '../../../src/mojibake/model-file.ts';
import { NgramCounts, TOKEN_LIMIT } from '../../../src/mojibake/ngram-counts.ts';
import { repairText } from '../../../src/mojibake/repair.ts';
import { segment } from '../../../src/mojibake/segment.ts';

/** Three words; logarithms to base 10 as the format has them. Each history's probabilities sum to one. */
const arpa = `
\\data\\
ngram 1=4
ngram 2=3
ngram 3=1

\\1-grams:
-6\t<unk>\t0
${Math.log10(0.5)}\t甲\t${Math.log10((1 - 0.7) / (1 - 0.3))}
${Math.log10(0.3)}\t乙\t${Math.log10((1 - 0.8) / (1 - 0.7))}
${Math.log10(0.2)}\t丙\t0

\\2-grams:
${Math.log10(0.7)}\t甲 乙\t${Math.log10((1 - 0.9) / (1 - 0.6))}
${Math.log10(0.6)}\t乙 甲\t0
${Math.log10(0.2)}\t乙 丙\t0

\\3-grams:
${Math.log10(0.9)}\t甲 乙 甲

\\end\\
`;

async function tinyModel(): Promise<{ words: string[]; table: BackoffTable }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'paper-notes-'));
  try {
    writeFileSync(path.join(folder, 'tiny.arpa'), arpa);
    return await readArpa(path.join(folder, 'tiny.arpa'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const logProb = (table: BackoffTable, before: number, last: number, word: number) =>
  backoffLogProb(table, recallBackoff(table, before, last), word);
const total = (table: BackoffTable, before: number, last: number) =>
  Array.from({ length: table.words }, (_, word) =>
    Math.exp(logProb(table, before, last, word)),
  ).reduce((sum, p) => sum + p, 0);

describe('the model in the repository', () => {
  test('is the one that was measured, and small', () => {
    const bytes = readFileSync(modelFile);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      readFileSync(checksumFile, 'utf8').trim(),
    );
    expect(bytes.length).toBeLessThan(5_000_000);
  });

  // Sentences written for this test; none stands in the phrases that the model was built from.
  const sentences = [
    '在第三组对照中，老师与学生的分歧并不明显。',
    '该系统把摄像头与雷达的信号融合在一起，在雨雪天气中仍能稳定运行。',
    '作者提醒读者，在小样本中得到的结论不能直接推广。',
    '与去年的版本相比，新版软件在低端手机上的启动速度提升了一倍。',
    '这套流程由采集、清洗、标注与质检四个步骤组成。',
    '译者在后记中写道：“翻译与写作并不相同。”',
  ];
  test('repairs sentences that it has not seen, and where 不, 中 and 与 fit differently', () => {
    const model = loadLanguageModel();
    expect(sentences.map((text) => repairText(damage(text), { model }).text)).toEqual(sentences);
    const baseline = loadBaselineModel();
    expect(sentences.map((text) => repairText(damage(text), { model: baseline }).text)).not.toEqual(
      sentences,
    );
  });

  test('no token has a number too large for states and counts to hold', () => {
    const model = loadLanguageModel();
    // They follow the words; the beginning of a sentence is the last.
    expect(model.classWord('unknown') + 1).toBeLessThan(TOKEN_LIMIT);
    expect(TOKEN_LIMIT ** 3).toBeLessThan(Number.MAX_SAFE_INTEGER);
  });

  test('cuts text into words, with classes for Latin and digits', () => {
    const model = loadLanguageModel();
    const words = segment('强化学习 GRPO 提升了 12 个百分点。', model);
    expect(words).toContain(model.classWord('latin'));
    expect(words).toContain(model.classWord('digits'));
    expect(words.length).toBeLessThan([...'强化学习提升了个百分点。'].length + 2);
  });
});

describe('the back-off table', () => {
  test('reads the ARPA format: listed n-grams as they are, others through the back-off weights', async () => {
    const { words, table } = await tinyModel();
    expect(words).toEqual(['甲', '乙', '丙']);
    expect(Math.exp(logProb(table, 0, 1, 0))).toBeCloseTo(0.9, 5);
    expect(Math.exp(logProb(table, -1, 0, 1))).toBeCloseTo(0.7, 5);
    expect(Math.exp(logProb(table, -1, 0, 2))).toBeCloseTo(((1 - 0.7) / (1 - 0.3)) * 0.2, 5);
    expect(Math.exp(logProb(table, 0, 1, 2))).toBeCloseTo(((1 - 0.9) / (1 - 0.6)) * 0.2, 5);
    for (const [before, last] of [
      [-1, -1],
      [-1, 0],
      [-1, 1],
    ] as const) {
      expect(total(table, before, last)).toBeCloseTo(1, 3);
    }
  });

  test('stays a probability when n-grams are dropped', async () => {
    const { table } = await tinyModel();
    const pruned = pruneTable(table, { bigrams: 2, trigrams: 0 });
    expect(pruned.bigramWord.length).toBe(2);
    expect(pruned.trigramWord.length).toBe(0);
    for (const last of [0, 1, 2]) expect(total(pruned, -1, last)).toBeCloseTo(1, 3);
  });

  test('comes back from its file, to a sixteenth of a nat', async () => {
    const { words, table } = await tinyModel();
    const classes = wordClasses(words, '甲 1 n\n乙 1 v\n');
    const data = {
      words,
      classes,
      table,
      sentences: [
        [0, 1, 2],
        [2, 300],
      ],
      contextWeights: Int8Array.of(0, -3, 127, -127),
    };
    const read = readModel(writeModel(data));
    expect(read).toMatchObject({ words, sentences: data.sentences });
    expect([...read.classes]).toEqual([1, 2, 3]);
    expect([...read.contextWeights]).toEqual([...data.contextWeights]);
    for (const key of ['firstBigram', 'bigramWord', 'firstTrigram', 'trigramWord'] as const) {
      expect([...read.table[key]]).toEqual([...table[key]]);
    }
    for (const key of ['logProb', 'bigramLogProb', 'trigramLogProb'] as const) {
      read.table[key].forEach((log, at) =>
        expect(Math.abs(log - (table[key][at] ?? 0))).toBeLessThanOrEqual(1 / 32),
      );
    }
    expect(() => readModel(writeModel(data).slice(0, 20))).toThrow(RangeError);
    expect(() => readModel(Uint8Array.of(99))).toThrow(/MODEL_VERSION/);
  });
});

describe('counts of the field', () => {
  test('sum to one over all words, whatever the history, and prefer what was seen', () => {
    const counts = new NgramCounts(4);
    for (let times = 0; times < 50; times++) counts.add([9, 0, 1, 2, 0, 1]);
    counts.add([9, 3, 3]);
    for (const [before, last] of [
      [-1, 9],
      [9, 0],
      [0, 1],
      [5, 5],
      [-1, 7],
    ] as const) {
      const sum = Array.from({ length: 10 }, (_, word) =>
        counts.probability(counts.recall(before, last), word, 0.1),
      ).reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(1, 6);
    }
    expect(counts.probability(counts.recall(9, 0), 1, 0.1)).toBeGreaterThan(0.8);
    expect(counts.follows(0, 1)).toBe(true);
    expect(counts.follows(1, 9)).toBe(false);
  });
});

describe('frames', () => {
  test('say nothing without a sample', () => {
    expect(new FrameCounts(Int8Array.of(1, -1, 0)).preference(true, 1)).toBe(0);
  });

  test.each([
    ['在', 1],
    ['从', 1],
    ['中', -1],
    ['之后', -1],
    ['，', -1],
    ['、', 0],
    ['模型', 0],
  ])('of place: %s %d', (word, change) => {
    expect(PLACE.change(word)).toBe(change);
  });

  test.each([
    ['与', 1],
    ['结合', -1],
    ['之间', -1],
    ['，', -1],
    ['、', 0],
    ['模型', 0],
  ])('of a pair: %s %d', (word, change) => {
    expect(PAIR.change(word)).toBe(change);
  });

  test('of a pair say nothing about the end of a clause', () => {
    expect(PAIR.decides('结合')).toBe(true);
    expect(PAIR.decides('，')).toBe(false);
  });

  test('what closes a frame is likelier inside one', () => {
    // 0 opens, 1 closes, 2 does nothing.
    const frames = new FrameCounts(Int8Array.of(1, -1, 0));
    for (let times = 0; times < 100; times++) frames.add([2, 0, 2, 1, 2, 2]);
    expect(frames.preference(true, 1)).toBeGreaterThan(0.5);
    expect(frames.preference(false, 1)).toBeLessThan(-1);
    expect(frames.after(frames.after(false, 0), 2)).toBe(true);
  });
});
