/**
 * Text as LaTeX, for BibTeX files. A list's text never becomes a command of somebody's document: what LaTeX
 * would act on is escaped, and formulas pass only where all their commands are known to be harmless.
 */
import type { PhrasingContent } from 'mdast';
import { latexToPhrasing, latexToText } from '../latex-text.ts';

/** BibTeX counts braces even behind a backslash, so a brace is named instead. */
const escapes: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '`': '\\textasciigrave{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  // Two hyphens would become a dash, two apostrophes a quotation mark.
  '--': '-{}-',
  "''": "'{}'",
  '\u00A0': '~',
};

const harmless = new Set(
  (
    'alpha beta gamma delta epsilon varepsilon zeta eta theta vartheta iota kappa lambda mu nu xi pi rho sigma ' +
    'tau upsilon phi varphi chi psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell infty ' +
    'mathbf mathbb mathcal mathfrak mathit mathrm mathsf mathtt mathscr boldsymbol text textbf textit textrm textsf ' +
    'texttt textsc frac sqrt hat bar tilde vec dot times cdot ldots cdots circ star ast dagger pm mp sim approx ' +
    'simeq equiv neq leq geq le ge ll gg to rightarrow leftarrow leftrightarrow Rightarrow uparrow downarrow ' +
    'mapsto in notin subset subseteq cup cap setminus forall exists nabla partial sum prod int max min log exp ' +
    'prime perp parallel langle rangle lVert rVert left right quad'
  ).split(' '),
);

/** Plain text; it reads the same once LaTeX has set it, but for straight quotes, which it has none of. */
export function escapeLatex(text: string): string {
  return curlQuotes(text)
    .replace(/\s*[\r\n]\s*/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/-(?=-)|'(?=')|[\\{}~^<>|`$&%#_\u00A0]/g, (character) =>
      character === '-' || character === "'" ? `${character}{}` : (escapes[character] ?? character),
    );
}

/**
 * LaTeX sets a straight quote as a closing one on either side. What opens stands before a word; a single one that
 * nothing closes is an apostrophe, and so is what LaTeX makes of it.
 */
function curlQuotes(text: string): string {
  return text
    .replace(/"/g, (_quote, at: number) =>
      /(?:^|[\s\p{Ps}\p{Pi}\p{Pd}/])$/u.test(text.slice(0, at)) &&
      /^[^\s.,;:!?\p{Pe}]/u.test(text.slice(at + 1))
        ? '\u201C'
        : '\u201D',
    )
    .replace(/(?<![\p{L}\p{N}'])'(?=[\p{L}\p{N}][^']*'(?!['\p{L}\p{N}]))/gu, '\u2018');
}

/** A title as the list gives it: its formulas and its emphasis stay, all else is text. */
export function titleToLatex(title: string): string {
  return latexToPhrasing(curlQuotes(title)).map(nodeToLatex).join('');
}

function nodeToLatex(node: PhrasingContent): string {
  switch (node.type) {
    case 'inlineMath':
      return isHarmlessMath(node.value)
        ? `$${node.value}$`
        : escapeLatex(latexToText(`$${node.value}$`));
    case 'strong':
      return `\\textbf{${node.children.map(nodeToLatex).join('')}}`;
    case 'emphasis':
      return `\\emph{${node.children.map(nodeToLatex).join('')}}`;
    case 'inlineCode':
      return `\\texttt{${escapeLatex(node.value)}}`;
    default:
      if ('children' in node) return node.children.map(nodeToLatex).join('');
      return 'value' in node ? escapeLatex(node.value) : '';
  }
}

/** Balanced braces, no character that ends a formula or starts a comment, and only known commands. */
export function isHarmlessMath(math: string): boolean {
  // TeX reads ^^5c as a backslash.
  if (math.includes('^^')) return false;
  let depth = 0;
  for (const [token, command] of math.matchAll(/\\([a-zA-Z]+)|\\[^a-zA-Z]|[^]/gu)) {
    if (token === '{') depth++;
    else if (token === '}' && --depth < 0) return false;
    else if (command !== undefined && !harmless.has(command)) return false;
    else if (command === undefined && /^(?:\\[^,;! %&#_$|]|[$%#&~\\\p{Cc}])$/u.test(token))
      return false;
  }
  return depth === 0;
}
