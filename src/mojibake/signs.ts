/**
 * Signs that word lists leave out, with occurrences in a million words of Chinese prose, by judgement. Kept to
 * those that lose bytes, and those that such a one could be taken for.
 */

/** Escapes, so that no editor or damage can change them unseen. */
export const SIGNS: Readonly<Record<string, number>> = {
  '\uFF0C': 65_000, // fullwidth comma
  '\u3002': 32_000, // ideographic full stop
  '\u3001': 13_000, // enumeration comma
  '\u201C': 8_000, // quotes
  '\u201D': 8_000,
  '\uFF1A': 6_000, // colon
  '\uFF08': 4_000, // parentheses
  '\uFF09': 4_000,
  '\uFF1B': 3_000, // semicolon
  '\u300A': 2_500, // book title marks
  '\u300B': 2_500,
  '\uFF1F': 2_000, // question mark
  '\uFF01': 2_000, // exclamation mark
  '\u2014': 1_500, // dash
  '\u2026': 500, // ellipsis
  '\u2018': 300,
  '\u2019': 300,
  '\u00B7': 200, // middle dot
  '\u3010': 100, // lenticular brackets
  '\u3011': 100,
  '\u300C': 50, // corner brackets
  '\u300D': 50,
  '\u300E': 20,
  '\u300F': 20,
  '\uFF0F': 50, // solidus
  '\uFF1D': 50, // equals sign
  '\uFF1E': 50, // greater-than sign
  '\uFF0D': 30, // hyphen
  '\uFF5E': 30, // tilde, of ranges
  '\uFF0E': 20, // full stop
  '\uFE0F': 200, // makes the sign before it an emoji
  '\u200D': 30, // joins emoji
  '\u2192': 100, // arrow
  '\u221E': 20, // infinity
  '\u221D': 10, // proportional to
  '\u211D': 10, // the real numbers
  '\u00ED': 20, // i with acute, the commonest of the Latin letters that lose their tail
  '\u00E0': 60, // a with grave, the commonest whose tail can become a plain space
  '\u{1F3AF}': 60, // emoji: direct hit
  '\u{1F50D}': 60, // emoji: magnifying glass
  '\u{1F50E}': 20, // emoji: magnifying glass, to the right
  '\u{1F4DD}': 60, // emoji: memo
  '\u{1F4CD}': 20, // emoji: round pushpin
  '\u{1F4D0}': 20, // emoji: triangular ruler
  '\u{1F4C1}': 20, // emoji: folder
  '\u{1F4CE}': 20, // emoji: paperclip
  '\u{1F3C6}': 20, // emoji: trophy
  '\u{1F44D}': 20, // emoji: thumbs up
  '\u{1F44F}': 20, // emoji: clapping hands
  '\u{1F91D}': 20, // emoji: handshake
  '\u{1F389}': 20, // emoji: party popper
  '\u{1F393}': 20, // emoji: graduation cap
  '\u{1F3A8}': 20, // emoji: palette
  '\u{1F310}': 20, // emoji: globe
  '\u{1F510}': 20, // emoji: locked with key
  '\u{1F501}': 20, // emoji: repeat
  '\u{1F3E5}': 20, // emoji: hospital
  '\u{1F40D}': 20, // emoji: snake
  '\u{1F9ED}': 20, // emoji: compass
  '\u{1F4AD}': 20, // emoji: thought balloon
  '\u{1F51D}': 20, // emoji: top arrow
  '\u274C': 20, // emoji: cross mark
  '\u2764': 20, // emoji: heart
  '\u2753': 20, // emoji: question mark
  '\u2757': 20, // emoji: exclamation mark
  '\u270D': 20, // emoji: writing hand
  '\u27A1': 20, // emoji: right arrow
  '\u23F1': 20, // emoji: stopwatch
};
