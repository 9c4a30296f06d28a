/** Classes of words by part of speech, after the tags of a segmentation dictionary. */

/** Words without a tag are told apart by their length alone. */
const UNTAGGED = ['?1', '?2', '?3'];

/**
 * A class from 1 on for each word, 0 for what is no Chinese word. `dictionary` has a line for each word,
 * `word frequency tag`, as jieba's are; the first two letters of the tag count.
 */
export function wordClasses(words: readonly string[], dictionary: string): Uint8Array {
  const tags = new Map<string, string>();
  for (const line of dictionary.split('\n')) {
    const [word = '', , tag] = line.trim().split(' ');
    if (tag) tags.set(word, tag.slice(0, 2));
  }
  const numbers = new Map<string, number>();
  return Uint8Array.from(words, (word) => {
    if (!/^\p{sc=Han}/u.test(word)) return 0;
    const tag = tags.get(word) ?? UNTAGGED[Math.min(word.length, UNTAGGED.length) - 1] ?? '';
    const number = numbers.get(tag) ?? numbers.size + 1;
    numbers.set(tag, number);
    return number;
  });
}
