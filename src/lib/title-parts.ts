/**
 * Where the lines of a title may break: between Chinese words, not within them; not after the hyphen of
 * `Med-VQA`, where a browser would break it; and within `Terms(Reward+RL)` only where it is wider than a line.
 */
import { textLanguage, type TextLanguage } from './text-language.ts';

export interface TitlePart {
  text: string;
  /** `text` breaks as any, `whole` not at all, `pieces` between its pieces where it must. */
  breaks: 'text' | 'whole' | 'pieces';
}

/** Longer ones must break, or they stick out of a phone. */
const LONGEST_WHOLE = 20;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** They lean on the word before them. */
const particle = /^[的地得了着过们中里上下时性化]+$/u;
const opens = /[\p{Ps}\p{Pi}\-/]$/u;
/** They lead to the word behind them: a line doesn't end in `与` or `在`. */
const leads = /^[与和及或在为用以将让从对把被向]$/u;

/** The title in parts, which joined are the title. */
export function titleParts(
  title: string,
  language: TextLanguage = textLanguage(title),
): TitlePart[] {
  const parts: TitlePart[] = [];
  const add = (text: string, breaks: TitlePart['breaks']) => {
    const last = parts.at(-1);
    if (last?.breaks === 'text' && breaks === 'text') last.text += text;
    else if (text) parts.push({ text, breaks });
  };
  const words = language === 'en' ? title.split(/(?<=\s)(?=\S)/) : chineseWords(title);
  for (const spaced of words) {
    const word = spaced.trimEnd();
    const isCompound = language === 'en' ? /\S-\S/.test(word) : [...word].length > 1;
    if (isCompound && word.length <= LONGEST_WHOLE) add(word, 'whole');
    else add(word, language === 'en' && piecesOf(word).length > 1 ? 'pieces' : 'text');
    add(spaced.slice(word.length), 'text');
  }
  return parts;
}

/** `Terms(Reward+RL)` cut after its bracket and plus. */
export function piecesOf(word: string): string[] {
  return word.split(/(?<=[\p{L}\p{N}][(+])(?=[\p{L}\p{N}])/u);
}

function chineseWords(title: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(title)) {
    const last = words.at(-1);
    const isLed = last !== undefined && (opens.test(last) || leads.test(last));
    const leans = !isWordLike || particle.test(segment) || isLed;
    if (last !== undefined && leans) words[words.length - 1] = last + segment;
    else words.push(segment);
  }
  return words.reduce<string[]>(joinName, []);
}

/** `医疗推理：` is one name, which the segmenter cuts in two: what ends a clause keeps a short word before it. */
function joinName(words: string[], word: string): string[] {
  const last = words.at(-1) ?? '';
  const isName =
    /^\p{Script=Han}{2}$/u.test(last) && /^\p{Script=Han}{2}[：，；。！？]$/u.test(word);
  return isName ? [...words.slice(0, -1), last + word] : [...words, word];
}
