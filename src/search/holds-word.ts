/**
 * Whether a text holds a word of the query. The index finds more than a reader calls a hit: the month that a
 * page carries, `ms` in LLMs, which it cuts as `LL` and `Ms`, and Chinese pairs that stand apart.
 */
import { foldText } from './fold.ts';
import { sourceOf } from './matches.ts';
import { escaped, type QueryWord } from './query.ts';

/** A function that tells whether a text, as it stands, holds the word. */
export function holdsWord(word: QueryWord): (text: string) => boolean {
  if (word.kind === 'han') {
    // Shorter ones the index knows as they are.
    if (word.text.length < 3) return () => true;
    return (text) => foldText(text).text.includes(word.text);
  }
  const whole = new RegExp(sourceOf(word, false), 'u');
  const beginning = new RegExp(`(?<![a-z0-9])${escaped(word.text)}`, 'u');
  const part = partOfName(word.text);
  return (text) => {
    const folded = foldText(text).text;
    return whole.test(folded) || beginning.test(folded) || part.test(text);
  };
}

/** `VL` in InternVL: what begins with a capital in the middle of a name, and ends where the small letters do. */
function partOfName(text: string): RegExp {
  const [first = '', ...rest] = text;
  const tail = rest.map((letter) => either(letter)).join('');
  return new RegExp(`(?<=[\\p{Ll}\\p{N}])${escaped(first.toUpperCase())}${tail}(?!\\p{Ll})`, 'u');
}

function either(letter: string): string {
  const [small, capital] = [letter.toLowerCase(), letter.toUpperCase()].map(escaped);
  return `(?:${small}|${capital})`;
}
