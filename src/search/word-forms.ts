/**
 * The forms of an English word that differ in number and tense only. The index holds words as they are
 * written, so a query asks for each form by name: nothing else can slip in, as it would with a stemmer that
 * takes `general` and `generate` for one word. Forms that no one writes cost a look into the index, no more.
 * The suffixes are those of step 1 of Porter's algorithm, read in both directions.
 */

const vowel = /[aeiouy]/;
/** A short vowel and one consonant: the consonant is doubled before `-ed` and `-ing`. */
const doubles = /[^aeiou][aeiou][^aeiouwxy]$/;

/** All forms of a word in lower case, the word itself first. Anything but letters a to z has one form. */
export function wordForms(word: string): string[] {
  if (!/^[a-z]{3,}$/.test(word)) return /^[a-z0-9]*[a-z]$/.test(word) ? [word, `${word}s`] : [word];
  const bases = baseForms(word);
  // `training` is a noun, too: `trainings`. A word without an ending is inflected like its bases.
  const own = /(?:(?<!s|si)s|ed|ing)$/.test(word) ? [word, `${word}s`] : inflect(word);
  return [...new Set([word, ...own, ...bases.flatMap(inflect)])];
}

/** What the word may be without its ending. */
function baseForms(word: string): string[] {
  const bases: string[] = [];
  const stripped = (ending: RegExp, ...replacements: string[]) => {
    const stem = word.replace(ending, '');
    if (stem === word || stem.length < 2 || !vowel.test(stem)) return;
    for (const replacement of replacements) bases.push(stem + replacement);
  };
  if (/(?:[^s]|ss)es$/.test(word)) stripped(/es$/, '', 'e');
  if (/ies$/.test(word)) stripped(/ies$/, 'y');
  if (/ices$/.test(word)) stripped(/ices$/, 'ix', 'ex');
  if (/ses$/.test(word)) stripped(/ses$/, 'sis');
  if (/[^s]s$/.test(word)) stripped(/s$/, '');
  if (/ied$/.test(word)) stripped(/ied$/, 'y');
  for (const ending of [/ed$/, /ing$/]) {
    stripped(ending, '', 'e');
    const stem = word.replace(ending, '');
    if (stem !== word && /([^aeiou])\1$/.test(stem)) bases.push(stem.slice(0, -1));
  }
  return bases.filter((base) => base.length >= 3);
}

function inflect(base: string): string[] {
  if (/[^aeiou]y$/.test(base)) {
    const stem = base.slice(0, -1);
    // The index writes `humanity's` without its apostrophe.
    return [base, `${base}s`, `${stem}ies`, `${stem}ied`, `${base}ing`];
  }
  if (/e$/.test(base)) return [base, `${base}s`, `${base}d`, `${base.slice(0, -1)}ing`];
  const forms = [base, `${base}s`, `${base}ed`, `${base}ing`];
  if (/(?:s|x|z|ch|sh)$/.test(base)) forms.push(`${base}es`);
  if (/sis$/.test(base)) forms.push(base.replace(/is$/, 'es'));
  if (/[ie]x$/.test(base)) forms.push(base.replace(/[ie]x$/, 'ices'));
  const last = base.at(-1) ?? '';
  if (doubles.test(base)) forms.push(`${base}${last}ed`, `${base}${last}ing`);
  return forms;
}
