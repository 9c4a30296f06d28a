import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citationKey } from '../../../../src/papers/citations/citation-key.ts';

test.each([
  ['CAPO: Reinforcing Consistent Reasoning', '2506.12849v1', 'capo2025-2506.12849'],
  ["s3: You Don't Need That Much Data", '2505.14146v2', 's32025-2505.14146'],
  ['Toward Effective Fine-Tuning', '2505.13973v1', 'effective2025-2505.13973'],
  ['On the Why and What of It', '2505.1v1', 'on2025-2505.1'],
  ['MAS$^2$: Self-Rectifying', 'cs/0112017v3', 'mas2025-cs-0112017'],
  ['$\\pi_0$: A Vision Model', '2505.00001', 'vision2025-2505.00001'],
  ["Don't Look", '2505.00001', 'don2025-2505.00001'],
  ['Éléments d’α', '2505.00001', 'elements2025-2505.00001'],
  ['\\textbf{Größe} {x}', '2505.00001', 'gro2025-2505.00001'],
  ['2048: 3D Gaussians', '2505.00001', '3d2025-2505.00001'],
  ['一篇只有中文标题的论文', '2505.00001', 'paper2025-2505.00001'],
  [
    'Pneumonoultramicroscopicsilicovolcanoconiosis',
    '2505.00001',
    'pneumonoultramicroscopic2025-2505.00001',
  ],
])('%s (%s) → %s', (title, arxiv, key) => {
  expect(citationKey({ id: 'x', title, date: '2025-06', arxiv })).toBe(key);
});

test('without an arXiv identifier the slug tells papers apart', () => {
  const paper = { title: 'A Survey of Agents', date: '2024-12' };
  const key = citationKey({ ...paper, id: 'a-survey-of-agents' });
  expect(key).toMatch(/^survey2024-[0-9a-f]{8}$/);
  expect(citationKey({ ...paper, id: 'a-survey-of-agents--ii' })).not.toBe(key);
});

test('a key is one for BibTeX, whatever the title', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      expect(citationKey({ id: title, title, date: '2025-06' })).toMatch(/^[a-z0-9]+-[0-9a-f]{8}$/);
    }),
  );
});
