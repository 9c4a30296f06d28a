import { expect, test } from 'vitest';
import { addressesOf } from '../../../scripts/links/data-files.ts';

test.each<[string, string, string[]]>([
  [
    'sitemap-0.xml',
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      <url><loc>https://x.org/a&amp;b/</loc><lastmod>2025-06-01</lastmod>
      <xhtml:link rel="alternate" href="https://x.org/zh/a&amp;b/"/></url></urlset>`,
    ['https://x.org/a&b/', 'https://x.org/zh/a&b/'],
  ],
  [
    'feed.xml',
    `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><link>https://x.org/</link>
      <item><guid isPermaLink="false">a</guid><description>at https://x.org/in-prose</description>
      <content:encoded>&lt;p&gt;&lt;a href="https://x.org/a/#b"&gt;A&lt;/a&gt; &lt;img src="https://x.org/i.png"&gt;&lt;/p&gt;</content:encoded>
      </item></channel></rss>`,
    ['https://x.org/', 'https://x.org/a/#b', 'https://x.org/i.png'],
  ],
  [
    'feed.json',
    JSON.stringify({
      home_page_url: 'https://x.org/',
      items: [
        { id: 'a', url: 'https://x.org/a/', content_html: '<a href="https://x.org/b/">b</a>' },
      ],
    }),
    ['https://x.org/', 'https://x.org/a/', 'https://x.org/b/'],
  ],
  [
    'fragments.json',
    JSON.stringify([{ page: 'papers/a/', ids: { 'b é': ['x', 'y'], c: ['c'] } }]),
    ['/notes/papers/a/#b%20%C3%A9', '/notes/papers/a/#c'],
  ],
  [
    'papers/a-(b).md',
    '---\npage: https://x.org/papers/a-(b)/\nlinks:\n  pdf: https://y.org/a.pdf\n---\n\n# A\n\n[b](https://y.org/b_(c)) [d](#d) <https://y.org/e>\n',
    [
      'https://x.org/papers/a-(b)/',
      'https://y.org/a.pdf',
      'https://y.org/b_(c)',
      'https://y.org/e',
    ],
  ],
  ['llms.txt', '- [A](https://x.org/a-(b).md): about', ['https://x.org/a-(b).md']],
  ['robots.txt', 'Sitemap: https://x.org/sitemap-index.xml\n', ['https://x.org/sitemap-index.xml']],
  ['cite.bib', '@misc{a,\n  url = {https://y.org/a_(b)},\n}', ['https://y.org/a_(b)']],
  ['cite.ris', 'UR  - https://y.org/a\r\n', ['https://y.org/a']],
])('%s', (file, text, addresses) => {
  expect(addressesOf(file, text, '/notes/')).toEqual(addresses);
});
