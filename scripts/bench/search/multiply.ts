/** Makes many papers of few: sections drawn from all of them, and some words that no other paper has. */
import type { CorpusPaper } from './corpus.ts';
import { seededRandom } from './seeded-random.ts';

/** A vocabulary grows with the papers: names of methods, data sets and people. */
const ownWords = 6;
const topics = [
  'reward-design',
  'medical-reasoning',
  'vision-language-models',
  'fine-tuning',
  'data',
];

export function* multiplyPapers(
  papers: readonly CorpusPaper[],
  count: number,
): Generator<{ segment: string; html: string }> {
  const random = seededRandom(count);
  for (let paper = 0; paper < count; paper++) {
    const title = `${random.pick(papers)?.lines[0] ?? ''} ${paper}`;
    const names = Array.from({ length: ownWords }, () => nameOf(random.next()));
    const length = random.pick(papers)?.lines.length ?? 10;
    const lines = Array.from({ length }, () => random.pick(random.pick(papers)?.lines ?? []) ?? '');
    const body = lines.map((line, place) =>
      place % 5 === 0
        ? `<h3 id="section-${place}">${escapeHtml(line.slice(0, 40))}</h3>`
        : `<p>${escapeHtml(line)}</p>`,
    );
    const month = `20${21 + (paper % 5)}-${String((paper % 12) + 1).padStart(2, '0')}`;
    const filters: [string, string][] = [
      ['term', 'bench'],
      ['topic', topics[paper % topics.length] ?? ''],
      ['month', month],
      ['arxiv', `${2000 + (paper % 600)}.${10_000 + paper}`],
    ];
    if (paper % 3 === 0) filters.push(['code', '1']);
    const fields = filters.map(
      ([name, value]) => `<i hidden data-v="${value}" data-pagefind-filter="${name}[data-v]"></i>`,
    );
    yield {
      segment: `paper-${paper}-${names.join('-')}`,
      html:
        `<html lang="en"><body><article data-pagefind-body>${fields.join('')}` +
        `<i hidden data-v="${month}" data-pagefind-meta="date[data-v]"></i>` +
        `<h1 data-pagefind-meta="title">${escapeHtml(title)}</h1><p>${names.join(' ')}</p>${body.join('')}</article></body></html>`,
    };
  }
}

/** A word that looks like one. */
function nameOf(chance: number): string {
  const syllables = [
    'ba',
    'co',
    'di',
    'fu',
    'ge',
    'ha',
    'jo',
    'ki',
    'lu',
    'me',
    'no',
    'pi',
    'ra',
    'so',
    'tu',
    've',
  ];
  let rest = Math.floor(chance * syllables.length ** 4);
  let name = '';
  for (let place = 0; place < 4; place++) {
    name += syllables[rest % syllables.length] ?? '';
    rest = Math.floor(rest / syllables.length);
  }
  return name;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
