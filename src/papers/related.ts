/**
 * Which papers are near to which: by the topics they share and the words they have in common, weighed by
 * how rare these are (cosine of TF-IDF vectors; C. D. Manning, P. Raghavan and H. Schütze, "Introduction to
 * Information Retrieval", 2008, chapter 6).
 */

export interface ComparedPaper {
  /** Ids of topics. */
  topics: readonly string[];
  /** Title, abstract and notes. */
  text: string;
}

export interface RelatedPaper {
  /** Its place among the papers. */
  index: number;
  /** The topics they share, the rarest first. */
  topics: string[];
  /** Words that both use more than once, those that tell most first; general ones only for want of a reason. */
  words: string[];
}

/** A paper's heaviest words stand for it: the others cost time and change nothing. */
const WORDS_KEPT = 60;
/** A topic weighs as much as a word that occurs this often. */
const TOPIC_COUNT = 6;
/** Papers less alike than this have nothing to say to each other. */
const LEAST_LIKENESS = 0.04;
const MOST_WORDS = 3;
/** Chinese words this short are of the language, 智能 or 医学, more than of a subject. */
const GENERAL_WORD = /^\p{Script=Han}{2}$/u;

/** A weight for each topic (`#id`) and word. */
type Vector = Map<string, number>;

/** For each paper the `most` nearest, the nearest first. Time grows with the papers that share a word. */
export function relatePapers(papers: readonly ComparedPaper[], most: number): RelatedPaper[][] {
  const counts = papers.map(countTerms);
  const spread = new Map<string, number>();
  for (const terms of counts) {
    for (const term of terms.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  const vectors = counts.map((terms) => weigh(terms, spread, papers.length));
  const postings = new Map<string, { index: number; weight: number }[]>();
  vectors.forEach((vector, index) => {
    for (const [term, weight] of vector) {
      const posting = postings.get(term) ?? [];
      posting.push({ index, weight });
      postings.set(term, posting);
    }
  });
  return vectors.map((vector, own) => {
    const likeness = new Map<number, number>();
    for (const [term, weight] of vector) {
      for (const other of postings.get(term) ?? []) {
        if (other.index === own) continue;
        likeness.set(other.index, (likeness.get(other.index) ?? 0) + weight * other.weight);
      }
    }
    return [...likeness]
      .filter(([, value]) => value >= LEAST_LIKENESS)
      .sort(([a, likeA], [b, likeB]) => likeB - likeA || a - b)
      .slice(0, most)
      .map(([index]) => ({ index, ...reason(own, index) }));
  });

  function reason(own: number, other: number): Pick<RelatedPaper, 'topics' | 'words'> {
    const vector = vectors[own] ?? new Map<string, number>();
    const shared = [...vector]
      .map(([term, weight]) => ({ term, weight: weight * (vectors[other]?.get(term) ?? 0) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .map(({ term }) => term);
    const twice = (term: string) =>
      [own, other].every((index) => (counts[index]?.get(term) ?? 0) > 1);
    const topics = shared.filter((term) => term.startsWith('#')).map((term) => term.slice(1));
    const words = shared.filter((term) => !term.startsWith('#') && twice(term));
    const telling = words.filter((word) => !GENERAL_WORD.test(word));
    // A general word is a reason where there is no other.
    const said = topics.length + telling.length > 0 ? telling : words;
    return { topics, words: said.slice(0, MOST_WORDS) };
  }
}

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** Chinese words of two characters or more, others of four letters or more or in capitals: `GRPO`, `RL`. */
function countTerms({ topics, text }: ComparedPaper): Map<string, number> {
  const counts = new Map(topics.map((topic) => [`#${topic}`, TOPIC_COUNT]));
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike || !/^(?:\p{Script=Han}{2,}|\p{L}{4,}|\p{Lu}[\p{Lu}\p{N}]+)$/u.test(segment))
      continue;
    const term = /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(segment) ? segment : segment.toLowerCase();
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** The heaviest terms, scaled to length one. */
function weigh(counts: Map<string, number>, spread: Map<string, number>, papers: number): Vector {
  const weights = [...counts]
    .map(([term, count]): [string, number] => [
      term,
      (1 + Math.log(count)) * Math.log(papers / (spread.get(term) ?? 1)),
    ])
    .filter(([, weight]) => weight > 0)
    .sort(([termA, a], [termB, b]) => b - a || (termA < termB ? -1 : 1))
    .slice(0, WORDS_KEPT);
  const length = Math.hypot(...weights.map(([, weight]) => weight));
  return new Map(weights.map(([term, weight]) => [term, weight / length]));
}
