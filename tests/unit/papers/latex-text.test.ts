import { expect, test } from 'vitest';
import { latexToText } from '../../../src/papers/latex-text.ts';

test.each([
  ['MAS$^2$: Self-Rectifying Systems', 'MAS²: Self-Rectifying Systems'],
  ['$\\pi_0$: A Policy', 'π₀: A Policy'],
  ['$\\tau^{12}$-Bench, $\\Delta$ and $\\varphi$', 'τ¹²-Bench, Δ and φ'],
  ['$\\pi^*_{ab}$', 'π*_ab'],
  ['\\textbf{Bold} and \\textit{two\nlines}, 11.4\\%', 'Bold and two\nlines, 11.4%'],
  ['costs $5 to $10', 'costs $5 to $10'],
  ['$\\unknown{x}$', '\\unknownx'],
  ['中文 $\\mathsf{RL}$', '中文 RL'],
])('%j reads %j', (latex, text) => {
  expect(latexToText(latex)).toBe(text);
});
