import { describe, expect, test } from 'vitest';
import { checkMetadata, chooseMetadata } from '../../../../src/papers/metadata/choose-metadata.ts';
import { isSameTitle, titleSimilarity } from '../../../../src/papers/metadata/match-title.ts';
import { parseMetadata } from '../../../../src/papers/metadata/parse-metadata.ts';
import { renderMetadata, type PaperMetadata } from '../../../../src/papers/metadata/schema.ts';

const metadata = (title: string, more: Partial<PaperMetadata> = {}): PaperMetadata => ({
  title,
  authors: ['Jane Q. Doe'],
  categories: ['cs.CV'],
  published: '2025-06-15',
  updated: '2025-06-15',
  ...more,
});
const place = { file: 'content/papers/a.mdx', line: 5, column: 1 };
const title = 'CAPO: Reinforcing Consistent Reasoning in Medical Decision-Making';

describe('one paper has one title', () => {
  test.each([
    [title, 'CAPO: reinforcing consistent reasoning in medical decision making'],
    ['MAS$^2$: Self-Rectifying Systems', 'MAS^2 – Self-rectifying Systems'],
    ['Größe der Modelle', 'Große der Modelle'],
    ['一篇只有中文标题的论文', '一篇只有中文标题的论文。'],
    [title, title.replace('Medical', 'Clinical')],
    ['∞', '∞'],
  ])('%s = %s', (a, b) => expect(isSameTitle(a, b)).toBe(true));

  test.each([
    [title, 'Improving Medical Reasoning with Curriculum-Aware Reinforcement Learning'],
    [
      'VisualPRM: An Effective Process Reward Model for Multimodal Reasoning',
      'Skywork-VL Reward: An Effective Reward Model for Multimodal Understanding and Reasoning',
    ],
    ['一篇只有中文标题的论文', '另一个题目'],
    ['∞', '?'],
    ['A Title', ''],
  ])('%s ≠ %s', (a, b) => expect(isSameTitle(a, b)).toBe(false));

  test('repeated words count as often as they stand there', () => {
    expect(titleSimilarity('a a b', 'a c d')).toBeCloseTo(1 / 3);
  });
});

describe('metadata is used only where it is that of the paper', () => {
  const paper = { arxiv: '2506.12849v1', title };

  test('found and the same', () => {
    const all = { papers: { '2506.12849v1': metadata(title) } };
    expect(chooseMetadata(paper, all)).toEqual(metadata(title));
    expect(checkMetadata(paper, all, place)).toEqual([]);
  });

  test('missing: also for another version, and for a name that every object has', () => {
    const all = { papers: { '2506.12849v2': metadata(title) } };
    expect(chooseMetadata(paper, all)).toBeUndefined();
    expect(checkMetadata(paper, all, place)).toMatchObject([
      { name: 'METADATA_MISSING', severity: 'warning', ...place },
    ]);
    expect(chooseMetadata({ arxiv: 'constructor', title }, all)).toBeUndefined();
  });

  test('another title: reported with both, until a person confirms it', () => {
    const other = metadata('A Wholly Different Paper');
    const all = { papers: { '2506.12849v1': other } };
    expect(chooseMetadata(paper, all)).toBeUndefined();
    const [problem] = checkMetadata(paper, all, place);
    expect(problem).toMatchObject({ name: 'METADATA_CONTRADICTS', severity: 'warning' });
    expect(problem?.what).toContain(title);
    expect(problem?.what).toContain('A Wholly Different Paper');
    const confirmed = { papers: { '2506.12849v1': { ...other, confirmed: true as const } } };
    expect(chooseMetadata(paper, confirmed)).toEqual({ ...other, confirmed: true });
    expect(checkMetadata(paper, confirmed, place)).toEqual([]);
  });

  test('a paper without an arXiv identifier needs none', () => {
    expect(checkMetadata({ title }, { papers: {} }, place)).toEqual([]);
  });
});

describe('the file', () => {
  test('is sorted, and read as it was written', () => {
    const all = {
      papers: { '2506.2v1': metadata('B'), '2506.1v1': metadata('A', { doi: '10.1/x' }) },
    };
    const text = renderMetadata(all);
    expect(text.indexOf('2506.1v1')).toBeLessThan(text.indexOf('2506.2v1'));
    expect(parseMetadata(text, 'm.json')).toEqual({ metadata: all, problems: [] });
    expect(parseMetadata('', 'm.json')).toEqual({ metadata: { papers: {} }, problems: [] });
  });

  test.each([
    ['no JSON', '{"papers":', 1, /not JSON/],
    ['a list', '[]', 1, /expected object/],
    [
      'a day that is none',
      renderMetadata({ papers: { x: metadata('A') } }).replace('2025-06-15', 'June'),
      3,
      /papers\.x\.published: a day/,
    ],
    [
      'a day that no month has',
      renderMetadata({ papers: { x: metadata('A') } }).replace('2025-06-15', '2025-13-45'),
      3,
      /papers\.x\.published: a day/,
    ],
    [
      'a DOI that is none',
      renderMetadata({ papers: { x: metadata('A', { doi: '10.1/x' }) } }).replace('10.1/x', 'x'),
      3,
      /papers\.x\.doi: a DOI/,
    ],
    [
      'a lost character',
      renderMetadata({ papers: { x: metadata('A') } }).replace('Jane', 'J\uFFFDne'),
      3,
      /papers\.x\.authors\[0\]: it holds U\+FFFD/,
    ],
    [
      'a field too many',
      renderMetadata({ papers: { x: metadata('A') } }).replace('"title"', '"titel": "", "title"'),
      3,
      /titel/,
    ],
  ])('%s is reported with its line, and nothing of it is used', (_, text, line, what) => {
    const { metadata: none, problems } = parseMetadata(text, 'm.json');
    expect(none).toEqual({ papers: {} });
    expect(problems).toMatchObject([{ name: 'METADATA_INVALID', severity: 'error', line }]);
    expect(problems[0]?.what).toMatch(what);
  });
});
