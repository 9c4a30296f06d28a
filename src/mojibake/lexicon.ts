/**
 * A set of words as a trie in flat arrays: one hash table from (node, character) to node, so that half a
 * million nodes are built in a fraction of a second and can be written to a file as they are.
 */

/** Words a lattice can be walked with. Node 0 is the root; -1 stands for "none" in both answers. */
export interface Lexicon {
  /** The node that `codePoint` leads to from `node`. */
  child(node: number, codePoint: number): number;
  /** The word that ends at `node`: its number in the list that the lexicon was built from. */
  word(node: number): number;
  /** The way through all children of `node`: the first, the next after a child, and a child's own character. */
  firstChild(node: number): number;
  nextChild(child: number): number;
  codePoint(child: number): number;
}

/** Builds the trie of `words`; a word's number is its place in the list, the first place if it is there twice. */
export function buildLexicon(words: readonly string[]): Lexicon {
  let characters = 0;
  for (const word of words) characters += word.length;
  // At most one node for each character; the table stays under half full.
  const size = 2 ** Math.ceil(Math.log2(2 * characters + 2));
  const parents = new Int32Array(size).fill(-1);
  const codePoints = new Int32Array(size);
  const children = new Int32Array(size);
  const wordAt = new Int32Array(characters + 1).fill(-1);
  const firstChild = new Int32Array(characters + 1).fill(-1);
  const nextChild = new Int32Array(characters + 1).fill(-1);
  const codePointOf = new Int32Array(characters + 1);
  let nodes = 1;

  /** The place of (node, codePoint) in the table, or the empty place where it belongs. */
  const place = (node: number, codePoint: number): number => {
    let at = (Math.imul(node, 0x9e3779b1) ^ Math.imul(codePoint, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & (size - 1);
    while (parents[at] !== -1 && (parents[at] !== node || codePoints[at] !== codePoint)) {
      at = (at + 1) & (size - 1);
    }
    return at;
  };

  words.forEach((word, number) => {
    let node = 0;
    // By index: an iterator would make a string of each of half a million characters.
    for (let index = 0; index < word.length; index++) {
      const codePoint = word.codePointAt(index) ?? 0;
      if (codePoint > 0xffff) index++;
      const at = place(node, codePoint);
      if (parents[at] === -1) {
        parents[at] = node;
        codePoints[at] = codePoint;
        nextChild[nodes] = firstChild[node] ?? -1;
        firstChild[node] = nodes;
        codePointOf[nodes] = codePoint;
        children[at] = nodes++;
      }
      node = children[at] ?? 0;
    }
    if (wordAt[node] === -1) wordAt[node] = number;
  });

  return {
    child(node, codePoint) {
      const at = place(node, codePoint);
      return parents[at] === -1 ? -1 : (children[at] ?? -1);
    },
    word: (node) => wordAt[node] ?? -1,
    firstChild: (node) => firstChild[node] ?? -1,
    nextChild: (child) => nextChild[child] ?? -1,
    codePoint: (child) => codePointOf[child] ?? 0,
  };
}
