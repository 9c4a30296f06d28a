/**
 * Leaves characters out that nobody sees and that change what is seen around them: a title is copied, cited and
 * searched, and one with U+202E reads backwards wherever it goes.
 */

/** Soft hyphens, zero-width spaces and joiners, marks and embeddings of the bidirectional algorithm (UAX #9). */
const invisible =
  /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/gu;
/** What a joiner joins: parts of an emoji (UTS #51), and letters of the scripts that are written joined. */
const joinable =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\p{M}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]$/u;

/** The text without them; joiners stay between what they join. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, (character, at: number) =>
    (character === '\u200C' || character === '\u200D') && joinable.test(text.slice(0, at))
      ? character
      : '',
  );
}
