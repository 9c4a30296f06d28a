import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latexToPhrasing, latexToText } from '../../../src/papers/latex-text.ts';

describe('plain text', () => {
  test.each([
    // Titles.
    ['MAS$^2$: Self-Rectifying Systems', 'MAS²: Self-Rectifying Systems'],
    ['$\\pi_0$: A Policy', 'π₀: A Policy'],
    ['{\\pi}0 and {\\lambda}-calculus', 'π0 and λ-calculus'],
    ['$\\tau^{12}$-Bench, $\\Delta$ and $\\varphi$', 'τ¹²-Bench, Δ and φ'],
    ['$\\texttt{SPECS}$~uses', 'SPECS\u00A0uses'],
    ['中文 $\\mathsf{RL}$', '中文 RL'],
    ['\\textbf{Bold} and \\textit{two\nlines}, 11.4\\%', 'Bold and two\nlines, 11.4%'],
    // Accents and letters.
    ['na\\"ive Schr\\"odinger', 'naïve Schrödinger'],
    ["caf\\'e, caf\\'{e}, \\`a, \\^{i}", 'café, café, à, î'],
    [
      'Fran\\c{c}ois, \\c cedilla, \\v{s}, \\H{o}, \\k{a}, \\u{g}, \\r{a}',
      'François, çedilla, š, ő, ą, ğ, å',
    ],
    ['\\~n, ni\\~no, {\\"o}, G{\\"o}del, na\\"{\\i}ve', 'ñ, niño, ö, Gödel, naïve'],
    ['Bj\\o rn, stra\\ss{}e, \\L{}ukasz, \\AA ngstr\\"om', 'Bjørn, straße, Łukasz, Ångström'],
    ['a \\"quoted\\" word', 'a \\"quoted\\" word'],
    // Formulas never become other formulas.
    ['$O(n^{3/2})$', 'O(n^(3/2))'],
    ['$\\mathcal{O}(n \\log n)$', 'O(n log n)'],
    ['$x^{a+b}$, $x^{-1}$, $x_{ij}$, $x_{i,j}$', 'xᵃ⁺ᵇ, x⁻¹, xᵢⱼ, x_(i,j)'],
    ['$x^{q}y$, $x_{ref}y$', 'x^q y, x_ref y'],
    ['$\\frac{1}{2}x$, $\\frac{a+1}{b}$, $\\frac{a}{bc}$', '(1/2)x, (a + 1)/b, a/(bc)'],
    ['$\\sqrt{n}$, $\\sqrt{n+1}$, $\\sqrt[3]{n}$', '√n, √(n + 1), ∛n'],
    ['$\\pi^*_{ab}$', 'π*_ab'],
    ['$\\hat{x}_t$, $\\bar{x}$, $\\overline{AB}$', 'x̂ₜ, x̄, overline(AB)'],
    ['$\\binom{n}{k}$', '(n choose k)'],
    // Symbols, with spaces where they join two things.
    ['$\\mathbb{R}^d$, $\\mathbb{R}^{d\\times k}$, $\\ell_1$', 'ℝᵈ, ℝ^(d×k), ℓ₁'],
    ['$a\\leq b$, $\\geq 3$, $5\\pm0.3$, $\\pm 0.3$', 'a ≤ b, ≥3, 5 ± 0.3, ±0.3'],
    ['$2\\times$, $224\\times 224$, $\\sim$19.1\\%', '2×, 224 × 224, ~19.1%'],
    ['$10,000$, $1{,}000$, $(0,1)$', '10,000, 1,000, (0, 1)'],
    ['$\\pi_\\theta(y \\mid x)$, $\\|x\\|_2$', 'π_θ(y | x), ‖x‖₂'],
    ['$k \\to \\infty$, $n-1$, $f(x)$, $n$-gram', 'k → ∞, n − 1, f(x), n-gram'],
    ['$\\mathrm{KL}(p\\|q)$, $\\max_x f(x)$', 'KL(p‖q), maxₓ f(x)'],
    ['$5% \\rightarrow 45.3%$', '5% → 45.3%'],
    ['$\\textsc{Foo}_1$', 'Foo₁'],
    ['$$x^2$$ and \\(y^2\\)', 'x² and y²'],
    // The same outside dollar signs.
    ['5% \\rightarrow 45.3%', '5% → 45.3%'],
    ['in \\mathbb{R}^d, n\\log n, \\alpha_i, \\ldots', 'in ℝᵈ, n log n, αᵢ, …'],
    ['3 \\times 10^{-5}, H_{2}O', '3 × 10⁻⁵, H₂O'],
    ['\\ensuremath{x^2}, \\textsuperscript{2}', 'x², ²'],
    // Commands of text.
    ['\\textsc{Foo} \\underline{b} \\textcolor{red}{c} {\\bf d} {\\em e}', 'Foo b c d e'],
    [
      '\\href{https://host.org/a}{our code} at \\url{https://host.org/b}',
      'our code at https://host.org/b',
    ],
    ['as shown~\\cite{a,b} \\citep[p. 3]{c}', 'as shown\u00A0[a, b] [c, p. 3]'],
    ['word\\footnote{An aside.}', 'word (An aside.)'],
    ['\\LaTeX{} is', 'LaTeX is'],
    ['first \\\\ second', 'first  second'],
    // Typography.
    ["``quoted'' and `single' but don't", "“quoted” and ‘single’ but don't"],
    ['`code` and a pair of ``', '`code` and a pair of ``'],
    ['1--2, a---b, a -- b, --flag', '1–2, a—b, a – b, --flag'],
    ['\\texttt{a\\_b--c}', 'a_b--c'],
    ['Smith~et~al., 5~10, ~19', 'Smith\u00A0et\u00A0al., 5~10, ~19'],
    ['第一~第三，闪光点~', '第一~第三，闪光点~'],
    // Money, and other things that are no LaTeX.
    ['costs $5 to $10', 'costs $5 to $10'],
    ['$5M/$6M, $AAPL and $GOOG, $HOME/bin:$PATH', '$5M/$6M, $AAPL and $GOOG, $HOME/bin:$PATH'],
    ['costs $5 = cheap and $10', 'costs $5 = cheap and $10'],
    ['from $100 \\rightarrow $200', 'from $100 → $200'],
    ['$5_000 and more money$', '$5_000 and more money$'],
    ['pay \\$5', 'pay $5'],
    ['a set {RL} of {it}', 'a set {RL} of {it}'],
    ['\\d+ and \\w, \\[CLS\\]', '\\d+ and \\w, \\[CLS\\]'],
    ['\\unknown{x} and $\\unknown{x}$', '\\unknown{x} and \\unknown{x}'],
    ['\\newcommand{\\x}{y}', '\\newcommand{\\x}{y}'],
  ])('%j reads %j', (latex, text) => {
    expect(latexToText(latex)).toBe(text);
  });
});

describe('Markdown', () => {
  const link = (url: string, value: string) => ({
    type: 'link',
    url,
    children: [{ type: 'text', value }],
  });

  test.each([
    ['\\href{https://host.org/a\\_b\\%20c}{code}', [link('https://host.org/a_b%20c', 'code')]],
    [
      '$\\href{https://host.org/}{\\text{Project Page}}$',
      [link('https://host.org/', 'Project Page')],
    ],
    ['\\url{https://host.org/~x}', [link('https://host.org/~x', 'https://host.org/~x')]],
    ['\\url{github.com/a\\_b}', [link('https://github.com/a_b', 'github.com/a_b')]],
    [
      '\\href{https://host.org}{$https://host.org$}',
      [link('https://host.org', 'https://host.org')],
    ],
    ['\\href{https://host.org}{}', [link('https://host.org', 'https://host.org')]],
    [
      '\\href{https://a.org}{see \\url{https://b.org}}',
      [link('https://a.org', 'see https://b.org')],
    ],
    ['\\href{javascript:alert(1)}{x}', [{ type: 'text', value: 'x (javascript:alert(1))' }]],
    ['\\url{javascript:alert(1)}', [{ type: 'text', value: 'javascript:alert(1)' }]],
    [
      '$x = \\href{https://host.org}{y} + z$',
      [
        { type: 'inlineMath', value: 'x =' },
        { type: 'text', value: ' ' },
        {
          type: 'link',
          url: 'https://host.org',
          children: [{ type: 'inlineMath', value: 'y' }],
        },
        { type: 'text', value: ' ' },
        { type: 'inlineMath', value: '+ z' },
      ],
    ],
    [
      '$\\frac{\\href{https://host.org}{y}}{2}$',
      [
        { type: 'inlineMath', value: '\\frac{y}{2}' },
        { type: 'text', value: ' ' },
        link('https://host.org', 'https://host.org'),
      ],
    ],
    ['$\\unknown{x}$', [{ type: 'inlineCode', value: '\\unknown{x}' }]],
    ['$\\includegraphics{x}$', [{ type: 'inlineCode', value: '\\includegraphics{x}' }]],
    ['$50% \\to 60%$', [{ type: 'inlineMath', value: '50\\% \\to 60\\%' }]],
    ['\\sqrt{n}', [{ type: 'inlineMath', value: '\\sqrt{n}' }]],
    [
      '\\textbf{ a \\textbf{b} }c',
      [
        { type: 'text', value: ' ' },
        { type: 'strong', children: [{ type: 'text', value: 'a b' }] },
        { type: 'text', value: ' c' },
      ],
    ],
    ['\\texttt{a\n b}', [{ type: 'inlineCode', value: 'a b' }]],
    ['{\\it x}', [{ type: 'emphasis', children: [{ type: 'text', value: 'x' }] }]],
    ['\\textbf{}', []],
  ])('%j', (latex, nodes) => {
    expect(latexToPhrasing(latex)).toEqual(nodes);
  });
});

describe('hostile text', () => {
  test.each([
    '{',
    '}',
    '\\',
    '$',
    '$$',
    '\\textbf{',
    '\\href{',
    '\\"',
    '\\c',
    '\\(',
    '``',
    '^{',
    '\\begin{x}',
  ])('%j stays as it is', (latex) => expect(latexToText(latex)).toBe(latex));

  test.each([
    '{',
    '}',
    '\\',
    '$',
    '$a ',
    '$x^2$ ',
    '\\(',
    '\\textbf{',
    '{\\bf ',
    '\\hat{',
    '\\href{a}{',
    '\\cite[a',
    '``',
    "''",
    '`a',
    'a_{b}',
    '\\"',
    '\\v{',
    'https://',
    '~',
    '--',
  ])('100,000 characters of %j are read', (piece) => {
    const half = piece.repeat(50_000 / piece.length);
    expect(latexToText(half + '}'.repeat(50_000)).length).toBeGreaterThan(0);
  });

  test('any mixture is read, and its plain characters stay', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '\\', '$', '^', '_', '~', '"', "'", '`', '-', ' ', '[', ']', '(', ')', '%'],
      ...['textbf', 'href', 'url', 'c', 'o', 'log', 'frac', 'unknown', 'cite', 'https://x.org'],
      ...['€', '中'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const latex = pieces.join('');
        const shown = JSON.stringify(latexToPhrasing(latex)) + latexToText(latex);
        for (const kept of ['€', '中']) if (latex.includes(kept)) expect(shown).toContain(kept);
      }),
      { numRuns: 2000 },
    );
  });
});
