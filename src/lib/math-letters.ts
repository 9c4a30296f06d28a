/**
 * Letters of another style in math. KaTeX writes `mathvariant`, which MathML Core dropped: browsers want
 * Unicode's mathematical letters, or a font.
 */
import type { Element } from 'hast';

/** Styles that are a matter of font, and the class that sets it. */
const classes: Record<string, string> = {
  'sans-serif': 'math-sans',
  monospace: 'math-mono',
  bold: 'math-bold',
};

/** Where the capital A and the small a of a style stand in Unicode, and the letters that stood there before. */
const alphabets: Record<
  string,
  { capitals: number; smalls: number; older: Record<string, string> }
> = {
  'double-struck': {
    capitals: 0x1d538,
    smalls: 0x1d552,
    older: { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' },
  },
  script: {
    capitals: 0x1d49c,
    smalls: 0x1d4b6,
    older: {
      B: 'ℬ',
      E: 'ℰ',
      F: 'ℱ',
      H: 'ℋ',
      I: 'ℐ',
      L: 'ℒ',
      M: 'ℳ',
      R: 'ℛ',
      e: 'ℯ',
      g: 'ℊ',
      o: 'ℴ',
    },
  },
  fraktur: {
    capitals: 0x1d504,
    smalls: 0x1d51e,
    older: { C: 'ℭ', H: 'ℌ', I: 'ℑ', R: 'ℜ', Z: 'ℨ' },
  },
};

/** Replaces `mathvariant` on one element. Italic and upright letters keep theirs. */
export function setLetters({ properties, children }: Element): void {
  const key = 'mathVariant' in properties ? 'mathVariant' : 'mathvariant';
  const variant = properties[key];
  if (typeof variant !== 'string') return;
  const className = classes[variant];
  const alphabet = alphabets[variant];
  if (className) properties['className'] = [className];
  if (className || alphabet) properties[key] = 'normal';
  if (!alphabet) return;
  for (const child of children) {
    if (child.type === 'text') {
      child.value = child.value.replace(
        /[A-Za-z]/g,
        (letter) => alphabet.older[letter] ?? letterIn(alphabet, letter),
      );
    }
  }
}

function letterIn(
  { capitals, smalls }: { capitals: number; smalls: number },
  letter: string,
): string {
  const code = letter.charCodeAt(0);
  return String.fromCodePoint(code >= 97 ? smalls + code - 97 : capitals + code - 65);
}
