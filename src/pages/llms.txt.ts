import type { APIRoute } from 'astro';
import { loadLibrary } from '../lib/library.ts';
import { assetHref, feedHref, fullAddress, linksIn, markdownHref } from '../lib/links.ts';
import { repairCounts } from '../lib/papers.ts';
import { siteStrings } from '../lib/strings/site.ts';

/** What language models are told of the site (https://llmstxt.org). */
export const GET: APIRoute = async () => {
  const { papers } = await loadLibrary();
  const { siteName, description } = siteStrings.en;
  const restored = papers.filter((paper) => repairCounts(paper).restored > 0).length;
  const link = (name: string, address: string, about: string) =>
    `- [${name.replace(/[[\]\\]/g, '\\$&')}](${fullAddress(address)})${about && `: ${about}`}`;
  const lines = [
    `# ${siteName}`,
    '',
    `> ${description}`,
    '',
    'Each paper is a Markdown file: front matter, an English abstract, Chinese reading notes.' +
      (restored > 0
        ? ` Damaged characters were restored in the notes of ${restored} of ${papers.length} papers; the account of the repair tells how.`
        : ''),
    '',
    '## Papers',
    '',
    ...papers.map(({ title, titleZh, date, segment }) =>
      link(title, markdownHref(segment), [titleZh, date].filter(Boolean).join(', ')),
    ),
    '',
    '## Optional',
    '',
    link('papers.json', assetHref('papers.json'), 'all papers as data'),
    link('papers.schema.json', assetHref('papers.schema.json'), 'its JSON Schema'),
    link('feed.json', feedHref('en', 'json'), 'the newest papers with their full text'),
    ...(restored > 0
      ? [link('Repair', linksIn('en').repair(), 'how the Chinese text was repaired')]
      : []),
  ];
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
