import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import rehypeSlug from 'rehype-slug';
import { rehypeCheckRestored } from './src/lib/rehype-check-restored.ts';
import { rehypeFitPage } from './src/lib/rehype-fit-page.ts';
import { rehypeHeadingLines } from './src/lib/rehype-heading-lines.ts';
import { rehypeLanguageSections } from './src/lib/rehype-language-sections.ts';
import { rehypeListLinks } from './src/lib/rehype-list-links.ts';
import { rehypePermalinks } from './src/lib/rehype-permalinks.ts';
import { katexOptions } from './src/papers/latex/set-formula.ts';
import { sitemapOptions } from './scripts/sitemap-options.ts';
import { remarkPlugins } from './src/papers/markdown.ts';
import { readSettings } from './src/settings.ts';

const { siteUrl, basePath, outDir, papersDir } = readSettings();
const libraryDigest = createHash('sha256').update(papersDir).digest('hex').slice(0, 8);

export default defineConfig({
  site: siteUrl,
  base: basePath,
  outDir,
  // The content store keeps what it read: each library has one of its own.
  cacheDir: `./node_modules/.astro/${libraryDigest}`,
  trailingSlash: 'always',
  build: { format: 'directory' },
  // The default, 'jsx', drops the space of a line break between inline elements.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  integrations: [mdx(), sitemap(sitemapOptions({ papersDir, basePath }))],
  markdown: {
    syntaxHighlight: false,
    // Astro's own GFM can't be told to leave a single tilde alone; its smart punctuation breaks anchors.
    processor: unified({
      gfm: false,
      smartypants: false,
      remarkPlugins,
      // Ids come first: they are those of the text, not of the math set from it.
      rehypePlugins: [
        rehypeSlug,
        rehypeListLinks,
        rehypePermalinks,
        rehypeHeadingLines,
        [rehypeKatex, katexOptions],
        rehypeFitPage,
        rehypeLanguageSections,
        rehypeCheckRestored,
      ],
    }),
  },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'",
      ],
    },
  },
  vite: {
    build: {
      rolldownOptions: {
        // Every compiled MDX entry carries a directive that Rolldown drops, rightly, with a warning each.
        onLog(level, log, handle) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
