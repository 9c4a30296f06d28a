/**
 * How long a text takes to read. Speeds are those of S. Trauzettel-Klosinski and K. Dietz, "Standardized
 * Assessment of Reading Performance: The New International Reading Speed Texts IReST", Investigative
 * Ophthalmology & Visual Science 53 (2012), table 2: Chinese 255 characters a minute, English 228 words.
 */

const HAN_A_MINUTE = 255;
const WORDS_A_MINUTE = 228;

export interface ReadingTime {
  /** Chinese characters. */
  han: number;
  /** Words of other scripts; a number counts as one. */
  words: number;
  /** Whole minutes, at least one where there is anything to read. */
  minutes: number;
}

export function measureReading(text: string): ReadingTime {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words =
    text.match(
      /(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}.'’-])*/gu,
    )?.length ?? 0;
  const minutes = Math.ceil(han / HAN_A_MINUTE + words / WORDS_A_MINUTE);
  return { han, words, minutes };
}
