/**
 * Words with hyphens, which writers join or part as they like: `fine-tuning`, `finetuning`, `fine tuning`. The
 * index knows their parts; what they are when joined it is told.
 */

const compound =
  /(?<![\p{L}\p{N}])[A-Za-z0-9]+(?:[-\u2010\u2011][A-Za-z0-9]+){1,4}(?![\p{L}\p{N}])/gu;
const hyphens = /[-\u2010\u2011]/g;
const longest = 40;

/** The compounds of a text in lower case, joined, each once. Those without a letter are dates and ranges. */
export function joinedCompounds(text: string): string[] {
  const joined = [...text.matchAll(compound)]
    .map(([word]) => word.replace(hyphens, '').toLowerCase())
    .filter((word) => /[a-z]/.test(word) && word.length <= longest);
  return [...new Set(joined)];
}
