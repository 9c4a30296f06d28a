/**
 * How rare a character is, in nats: a rough −ln P of meeting it in texts of every kind, by its script. Two
 * readers: the detector weighs "mojibake" against "intact" with it, and a language model uses it for
 * characters that its dictionary doesn't list. The numbers are judgements, good to a nat or two.
 */

/** Characters that no text is likely to hold: unassigned, controls, private use, lone surrogates. */
export const IMPOSSIBLE = 30;

/** First match wins. The first lines are blocks that are assigned throughout, and hold most characters. */
const scripts: readonly (readonly [RegExp, number])[] = [
  [/[\u4E00-\u9FFF]/u, 9],
  [/[\u3400-\u4DBF]/u, 13],
  // The replacement character tells of a loss that came before; it is never what a text meant to say.
  [/[\p{Cn}\p{Cc}\p{Co}\p{Cs}\uFFFD]/u, IMPOSSIBLE],
  [/[\u3001-\u3003\u3008-\u3011\u3014-\u3017\u301C]/u, 6],
  [/[\uFF01-\uFF5E\uFFE5]/u, 7],
  // Hyphens, dashes, quotes, dots, per mille, primes, guillemets; the rest of that block is exotic.
  [/[\u2010-\u2027\u2030\u2032\u2033\u2039\u203A]/u, 6],
  // A word of its own in French, Italian and Portuguese; then the other accents that Western languages write most.
  [/\u00E0/u, 6],
  [/[\u00DF\u00E1-\u00E4\u00E7-\u00EB\u00ED\u00F1\u00F3\u00F4\u00F6\u00FA\u00FC]/u, 6.5],
  [/[\u00A0-\u00FF]/u, 7],
  [/\uFE0F/u, 8],
  [/[\u0100-\u017F]/u, 8.5],
  [/[\u0391-\u03C9]/u, 9],
  [/[\u0410-\u044F]/u, 9],
  [/\p{Emoji_Presentation}/u, 9],
  [/[\u3041-\u30FF\uAC00-\uD7A3]/u, 9.5],
  [/[\u2070-\u209C\u20AC\u2190-\u21FF\u2200-\u22FF\u2460-\u24FF\u25A0-\u25FF]/u, 10],
  [/\p{Emoji}|[\u200D\u2122\u2605\u2606\u2713-\u2718]/u, 10.5],
  [/[\u05D0-\u05EA\u0621-\u064A\u0905-\u0939\u0E01-\u0E4E\u0401-\u045F\u1E00-\u1EFF]/u, 12],
  [/\p{sc=Han}/u, 13],
  [/[\u02B0-\u02FF\u0300-\u036F\u2000-\u22FF]|\p{Script=Greek}|\p{sc=Common}/u, 14],
];

const RARE = 17;
const cache = new Map<string, number>();

/** −ln P of `char` (one code point), in nats. */
export function rarity(char: string): number {
  let nats = cache.get(char);
  if (nats === undefined) {
    nats = scripts.find(([pattern]) => pattern.test(char))?.[1] ?? RARE;
    cache.set(char, nats);
  }
  return nats;
}
