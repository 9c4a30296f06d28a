/** The ids that GitHub gives to a README's headings, worked out line by line with nothing of the project. */
import GithubSlugger from 'github-slugger';

/** In order. Knows the Markdown that these lists are written in: ATX headings and fences at the margin. */
export function gitHubIds(markdown: string): string[] {
  const slugger = new GithubSlugger();
  const ids: string[] = [];
  let fence = '';
  for (const line of markdown.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})\s*(.*?)\s*$/.exec(line) ?? [];
    if (fence !== '') {
      if (mark.startsWith(fence) && info === '') fence = '';
    } else if (mark !== '' && !info.includes('`')) {
      fence = mark;
    } else {
      const [, text] = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*$/.exec(line) ?? [];
      // An unknown tag shows nothing.
      if (text !== undefined) ids.push(slugger.slug(text.replace(/<[a-z][^>]*>/g, '')));
    }
  }
  return ids.filter((id) => id !== '');
}

/** The slugs that the index of a list links to. */
export function indexSlugs(markdown: string): string[] {
  return [...markdown.matchAll(/\[\[TLDR\/Notes\]\(#(.*)\)\]\s*$/gm)].map(([, slug = '']) => slug);
}
