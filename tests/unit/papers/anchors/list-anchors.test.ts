import { describe, expect, test } from 'vitest';
import { listAnchors } from '../../../../src/papers/anchors/list-anchors.ts';
import { listAnchorsSchema, renderListAnchors } from '../../../../src/papers/anchors/schema.ts';
import { mergePapers } from '../../../../src/papers/merge.ts';
import { parseList } from '../../../../src/papers/parse-list.ts';

const index = (...slugs: string[]) =>
  slugs.map((slug) => `- [25/06] **T ${slug}**\n[[TLDR/Notes](#${slug})]\n`).join('\n');

/** The anchors of a library's lists, `{ name: text }`; `damage` makes the received text of the repaired. */
function anchorsOf(lists: Record<string, string>, damage = (text: string) => text) {
  const parsed = Object.entries(lists).map(([id, text]) => {
    const { list, problems } = parseList(text, id, `${id}.md`);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    return { list, repaired: text, received: damage(text) };
  });
  const { papers } = mergePapers(
    parsed.map(({ list }) => list),
    [],
    () => ({ exact: 0, decoder: 0, correction: 0, unresolved: 0, uncertain: 0 }),
  );
  const bySlug = new Map(papers.map((paper) => [paper.entry.id, paper]));
  return parsed.map((list) => listAnchors(list, (slug) => bySlug.get(slug)).anchors);
}

const notes = '### Abstract\nText.\n### 🌟 论文解读 | 甲\n\n### 📌 背景\n💡 创新点1：乙\n丙\n';

describe('the places of a list', () => {
  test('are its headings, each with what GitHub called it, damaged and repaired', () => {
    const list = `# List of Terms(A+B)\n${index('a--b', 'c')}\n# TLDR/Notes\n## a--b\n${notes}\n## c\n${notes}`;
    const damage = (text: string) => text.replaceAll('背景', 'èƒŒ');
    expect(anchorsOf({ l: list }, damage)).toEqual([
      [
        { ids: ['list-of-termsab'] },
        { notes: true, ids: ['tldrnotes'] },
        { paper: 'a--b', ids: ['a--b'] },
        { paper: 'a--b', heading: 0, ids: ['abstract'] },
        { paper: 'a--b', heading: 1, ids: ['-论文解读--甲'] },
        { paper: 'a--b', heading: 2, ids: ['-背景', '-èƒœ'] },
        { paper: 'c', ids: ['c'] },
        { paper: 'c', heading: 0, ids: ['abstract-1'] },
        { paper: 'c', heading: 1, ids: ['-论文解读--甲-1'] },
        { paper: 'c', heading: 2, ids: ['-背景-1', '-èƒœ-1'] },
      ],
    ]);
  });

  test('have the list’s spelling of a slug, and GitHub’s', () => {
    const slug = 'q&a-+-rl;-safe/sound';
    const [[, , place] = []] = anchorsOf({
      l: `# L\n${index(slug)}\n# TLDR/Notes\n## ${slug}\n${notes}`,
    });
    expect(place).toEqual({ paper: 'q&a-+-rl;-safe-sound', ids: [slug, 'qa--rl-safesound'] });
  });

  test('have no ids where a stray fence made code of them, and the numbers go on without', () => {
    const fenced = '### Abstract\nText.\n```\n### 🌟 论文解读 | 甲\n```\n';
    const list = `# L\n${index('a-b', 'c-d')}\n# TLDR/Notes\n## a-b\n${fenced}\n## c-d\n${notes}`;
    const [anchors = []] = anchorsOf({ l: list });
    expect(anchors).toContainEqual({ paper: 'a-b', heading: 1, ids: [] });
    expect(anchors).toContainEqual({ paper: 'c-d', heading: 1, ids: ['-论文解读--甲'] });
  });

  test('lend themselves to headings that the page shows as text', () => {
    const list = `# L\n${index('a-b')}\n# TLDR/Notes\n## a-b\n### Abstract\nUnderlined\n---\nText.\n`;
    const [anchors = []] = anchorsOf({ l: list });
    expect(anchors).toContainEqual({ paper: 'a-b', heading: 0, ids: ['abstract', 'underlined'] });
  });

  test('a slug that is another heading’s id on GitHub stays that heading’s', () => {
    const list = `# L\n${index('abstract', 'x')}\n# TLDR/Notes\n## x\n### Abstract\nText.\n`;
    const [anchors = []] = anchorsOf({ l: list });
    expect(anchors).toContainEqual({ paper: 'abstract', ids: [] });
    expect(anchors).toContainEqual({ paper: 'x', heading: 0, ids: ['abstract'] });
  });

  test('each id stands in a list once', () => {
    const list = `# L\n${index('a-b', 'c-d')}\n# TLDR/Notes\n## a-b\n${notes}\n## c-d\n${notes}`;
    const [anchors = []] = anchorsOf({ l: list }, (text) => text.replaceAll('甲', '背景'));
    const ids = anchors.flatMap(({ ids }) => ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

test('a paper of two lists leads each list’s headings to the notes that are shown', () => {
  const head = (title: string) => `# ${title}\n${index('a-b')}\n# TLDR/Notes\n## a-b\n`;
  const [, second = []] = anchorsOf({
    first: `${head('First')}### Abstract\nText.\n### 🌟 论文解读 | 甲\n\n### 📌 背景\n乙\n`,
    second: `${head('Second')}### 📌 背景\n乙\n\n### 另一节\n丙\n`,
  });
  expect(second).toContainEqual({ paper: 'a-b', heading: 2, ids: ['-背景', '另一节'] });
});

test('the file is read back as it was', () => {
  const list = { id: 'l "x"', title: 'L', anchors: [{ ids: ['a'] }, { paper: 'p', ids: [] }] };
  expect(listAnchorsSchema.parse(JSON.parse(renderListAnchors(list)))).toEqual(list);
});
