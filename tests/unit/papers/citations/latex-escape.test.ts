import { describe, expect, test } from 'vitest';
import {
  escapeLatex,
  isHarmlessMath,
  titleToLatex,
} from '../../../../src/papers/citations/latex-escape.ts';

test.each([
  ['100% of x_y & #1 for $5', '100\\% of x\\_y \\& \\#1 for \\$5'],
  [
    '{a} \\b ~c ^d',
    '\\textbraceleft{}a\\textbraceright{} \\textbackslash{}b \\textasciitilde{}c \\textasciicircum{}d',
  ],
  [
    '<i> `q` a--b ---',
    '\\textless{}i\\textgreater{} \\textasciigrave{}q\\textasciigrave{} a-{}-b -{}-{}-',
  ],
  ['中文 “q” é', '中文 “q” é'],
  ['"a" ("b"), c-"d"? 5" e"', '“a” (“b”), c-“d”? 5” e”'],
  ["'a' don't ('b'), students' 'tis", "‘a' don't (‘b'), students' 'tis"],
  ['a\r\n b', 'a b'],
])('text: %j', (text, latex) => expect(escapeLatex(text)).toBe(latex));

test.each([
  ['MAS$^2$: $\\mathsf{x}_{t}$', 'MAS$^2$: $\\mathsf{x}_{t}$'],
  ['\\textbf{Bold} \\emph{it} \\texttt{a_b}', '\\textbf{Bold} \\emph{it} \\texttt{a\\_b}'],
  ['100\\% sure', '100\\% sure'],
  ['From $5 to $10', 'From \\$5 to \\$10'],
  ['\\input{secret}', '\\textbackslash{}input\\textbraceleft{}secret\\textbraceright{}'],
  ['$\\input{secret}$', '\\textbackslash{}input\\textbraceleft{}secret'],
])('a title: %s', (title, latex) => expect(titleToLatex(title)).toContain(latex));

describe('a formula of a stranger', () => {
  test.each(['^2', '\\mathsf{x}_{t}', 'a \\leq b', '\\frac{1}{2}', 'k \\to \\infty', '90\\%'])(
    'passes: %s',
    (math) => expect(isHarmlessMath(math)).toBe(true),
  );
  test.each([
    '\\input{x}',
    '\\write18{rm}',
    '\\csname input\\endcsname',
    '\\def\\x{}',
    '^^5cinput{x}',
    'a % b',
    'a & b',
    '#1',
    '{',
    '}{',
    '\\{',
    'a \\\\ b',
    'x\\',
  ])('is shown as text: %s', (math) => expect(isHarmlessMath(math)).toBe(false));
});
