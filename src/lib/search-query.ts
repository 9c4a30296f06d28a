/** What a reader typed, as words: Chinese has no spaces, and neither hyphens nor full-width forms matter. */

export interface SearchQuery {
  /** As typed, without the space around it. */
  typed: string;
  /** Latin words and Chinese runs, in lower case, as they stand in a text that matches. */
  words: string[];
}

const wordPattern = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu;

export function parseQuery(typed: string): SearchQuery {
  return { typed: typed.trim(), words: normalize(typed).match(wordPattern) ?? [] };
}

/** One form for what a reader takes for one: NFKC, lower case, and a space for each hyphen or line break. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd}\s\u200B]+/gu, ' ');
}

/** The words as an index of character pairs knows them: `医疗视觉` is 医疗, 疗视 and 视觉. */
export function indexTerms({ words }: SearchQuery): string[] {
  return words.flatMap((word) => (isHan(word) ? pairs(word) : [word]));
}

/** Whether a text holds every word of the query. */
export function matchesAll({ words }: SearchQuery, text: string): boolean {
  const normalized = normalize(text);
  return (
    words.length > 0 && words.every((word) => new RegExp(wordSource(word), 'u').test(normalized))
  );
}

/** Whether a text holds a word of the query. */
export function matchesAny({ words }: SearchQuery, text: string): boolean {
  const normalized = normalize(text);
  return words.some((word) => new RegExp(wordSource(word), 'u').test(normalized));
}

/**
 * The source of a regular expression for a word. A word of one or two letters or digits has to stand alone.
 * Words are letters, marks and digits: nothing in them is special to a regular expression.
 */
export function wordSource(word: string): string {
  return /^[a-z0-9]{1,2}$/.test(word) ? `(?<![A-Za-z0-9])${word}(?![A-Za-z0-9])` : word;
}

function isHan(word: string): boolean {
  return /^\p{Script=Han}/u.test(word);
}

function pairs(word: string): string[] {
  const characters = [...word];
  if (characters.length < 3) return [word];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}
