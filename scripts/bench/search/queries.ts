/**
 * Makes queries whose answers are known: each is held, to the letter, by one to five papers. What it takes to
 * hold it is worked out here and not by the site's own code, which is what is measured.
 */
import type { CorpusPaper } from './corpus.ts';
import { seededRandom } from './seeded-random.ts';

export type QueryKind = 'Chinese' | 'English' | 'inflected' | 'mixed';

export interface BenchQuery {
  kind: QueryKind;
  text: string;
  /** Segments of the papers that hold it. */
  relevant: string[];
}

const mostRelevant = 5;
const hanRun = /\p{Script=Han}{2,}/gu;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** `perKind` queries of each kind, the same for the same papers. */
export function makeQueries(papers: readonly CorpusPaper[], perKind: number): BenchQuery[] {
  const random = seededRandom(20_250_612);
  const texts = papers.map(({ segment, lines }) => ({ segment, text: flatten(lines) }));
  const holders = (query: string) => {
    const pattern = new RegExp(literalSource(query), 'u');
    return texts.filter(({ text }) => pattern.test(text)).map(({ segment }) => segment);
  };
  const familyHolders = (forms: readonly string[]) => {
    const pattern = new RegExp(`\\b(?:${forms.join('|')})\\b`, 'u');
    return texts.filter(({ text }) => pattern.test(text)).map(({ segment }) => segment);
  };
  const draw = (kind: QueryKind, count: number, sample: () => string, find = holders) => {
    const drawn = new Map<string, BenchQuery>();
    for (let tries = 0; drawn.size < count && tries < count * 200; tries++) {
      const text = sample();
      if (text === '' || drawn.has(text)) continue;
      const relevant = find(text);
      if (relevant.length === 0 || relevant.length > mostRelevant) continue;
      drawn.set(text, { kind, text, relevant });
    }
    return [...drawn.values()];
  };
  const baseOf = new Map<string, string>();
  const line = () => random.pick(random.pick(papers)?.lines ?? []) ?? '';
  const half = Math.ceil(perKind / 2);
  return [
    ...draw('Chinese', half, () => random.pick(chineseWords(line())) ?? ''),
    ...draw('Chinese', half, () => chinesePhrase(line(), random)),
    ...draw('English', half, () => random.pick(englishWords(line())) ?? ''),
    ...draw('English', half, () => englishPhrase(line(), random)),
    ...draw(
      'inflected',
      perKind,
      () => {
        const word = random.pick(englishWords(line()).filter(isBase)) ?? '';
        const form = word === '' ? '' : (random.pick(familyOf(word).slice(1)) ?? '');
        if (form) baseOf.set(form, word);
        return form;
      },
      (form) => familyHolders(familyOf(baseOf.get(form) ?? form)),
    ),
    ...draw('mixed', half, () => random.pick(line().match(mixedToken) ?? []) ?? ''),
    ...draw('mixed', half, () => random.pick(line().match(hyphenToken) ?? []) ?? ''),
  ].map((query) => disguise(query, random.next()));
}

/** Latin and Chinese side by side, as in RL框架; the other way round as well. */
const mixedToken =
  /(?<![\p{L}\p{N}])[A-Za-z][A-Za-z0-9]{1,12} ?\p{Script=Han}{2,4}|\p{Script=Han}{2,4} ?[A-Za-z][A-Za-z0-9]{1,12}(?![\p{L}\p{N}])/gu;
/** Med-VQA, GPT-4o. */
const hyphenToken = /(?<![\p{L}\p{N}-])[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+(?![\p{L}\p{N}-])/gu;

/** A part of the queries comes in another case, in full-width letters, or with other spaces and hyphens. */
function disguise(query: BenchQuery, chance: number): BenchQuery {
  const { kind, text } = query;
  if (kind === 'mixed') {
    if (chance < 0.15) return { ...query, text: text.replace(/[ -]/g, ' ') };
    if (chance < 0.3)
      return { ...query, text: text.replace(/ ?(\p{Script=Han}+) ?/u, ' $1 ').trim() };
  }
  if (kind !== 'Chinese' && chance > 0.9) return { ...query, text: text.toUpperCase() };
  if (kind !== 'Chinese' && chance > 0.8) return { ...query, text: fullWidth(text) };
  return query;
}

function fullWidth(text: string): string {
  return text.replace(/[A-Za-z0-9]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

function flatten(lines: readonly string[]): string {
  return lines.map(fold).join('\n');
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Pd} ]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

function literalSource(query: string): string {
  const source = fold(query).replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
  const open = /^[a-z0-9]/.test(source) ? '(?<![a-z0-9])' : '';
  return open + source + (/[a-z0-9]$/.test(source) ? '(?![a-z0-9])' : '');
}

function chineseWords(line: string): string[] {
  return [...segmenter.segment(line)]
    .map(({ segment }) => segment)
    .filter((segment) => /^\p{Script=Han}{2,8}$/u.test(segment));
}

function chinesePhrase(line: string, random: ReturnType<typeof seededRandom>): string {
  const run = [...(random.pick(line.match(hanRun) ?? []) ?? '')];
  const length = 3 + random.below(6);
  if (run.length < length) return '';
  const start = random.below(run.length - length + 1);
  return run.slice(start, start + length).join('');
}

function englishWords(line: string): string[] {
  return (line.match(/(?<![\p{L}\p{N}$\\-])[A-Za-z]{4,}(?![\p{L}\p{N}-])/gu) ?? []).map((word) =>
    word.toLowerCase(),
  );
}

function englishPhrase(line: string, random: ReturnType<typeof seededRandom>): string {
  const phrases = line.match(/[A-Za-z]{2,}(?: [A-Za-z]{2,}){1,}/g) ?? [];
  const words = (random.pick(phrases) ?? '').split(' ');
  const length = 2 + random.below(2);
  if (words.length < length) return '';
  const start = random.below(words.length - length + 1);
  return words.slice(start, start + length).join(' ');
}

/** Words that seem to have an ending already have no second one. */
function isBase(word: string): boolean {
  return word.length >= 5 && !/(?:s|ed|ing|ly|er|or|ion|ness|ous|al|ive|ble|ic)$/.test(word);
}

/** The word with its endings of number and tense, by school grammar. */
function familyOf(base: string): string[] {
  const stem = base.endsWith('e') ? base.slice(0, -1) : base;
  if (/[^aeiou]y$/.test(base)) {
    const before = base.slice(0, -1);
    return [base, `${before}ies`, `${before}ied`, `${base}ing`];
  }
  const plural = /(?:s|x|ch|sh)$/.test(base) ? `${base}es` : `${base}s`;
  return [base, plural, `${stem}ed`, `${stem}ing`];
}
