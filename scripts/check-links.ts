/**
 * Checks the links of the built site: `npm run check:links [-- --external] [--max-age DAYS]`.
 *
 * Internal links and fragments always; addresses on other hosts with --external, slowly, and none again within
 * `--max-age` days (30). Exits 1 where a link leads nowhere. Moved addresses, and such as gave no clear answer, are
 * reported only.
 */
import { access } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../src/settings.ts';
import { AnswerCache } from './links/answer-cache.ts';
import { checkExternalLinks, polite } from './links/external.ts';
import { checkInternalLinks, type InternalLinks } from './links/internal.ts';
import type { Answer, Outcome } from './links/probe.ts';
import { displayPath } from './read-text.ts';
import { serveFolder } from './serve-folder.ts';

const { values } = parseArgs({
  options: {
    external: { type: 'boolean', default: false },
    'max-age': { type: 'string', default: '30' },
  },
});
const { outDir, basePath, siteUrl, cacheDir } = readSettings();
const maxAge = Number(values['max-age']);
if (!(maxAge >= 0)) fail(`CHECK_LINKS_USAGE: --max-age ${values['max-age']} is no number of days.`);
await access(path.join(outDir, 'index.html')).catch(() =>
  fail(`SITE_NOT_BUILT: there is no site in ${displayPath(outDir)}. Run "npm run build" first.`),
);

const { links, at } = await checkSite();
for (const { url, page, status } of links.broken)
  console.error(`error LINK_BROKEN: ${status ?? 'no answer'} ${at(url)} on ${at(page)}`);
console.log(`Internal: ${links.followed} addresses lead somewhere, ${links.broken.length} do not.`);

const dead = values.external ? await checkOthers() : 0;
if (!values.external)
  console.log(`External: ${links.external.size} addresses not asked (-- --external asks them).`);
process.exitCode = links.broken.length + dead > 0 ? 1 : 0;

async function checkSite(): Promise<{ links: InternalLinks; at: (url: string) => string }> {
  await using server = await serveFolder(outDir, basePath);
  const { origin } = new URL(server.url);
  const links = await checkInternalLinks(server.url, siteUrl);
  // Readers of the report know the paths of the site, not this server.
  return { links, at: (url) => url.replace(origin, '') };
}

/** Asks what the cache doesn't know, reports, and returns how many are dead. */
async function checkOthers(): Promise<number> {
  const cache = await AnswerCache.open(path.join(cacheDir, 'links.json'));
  const answers = new Map<string, Answer>();
  for (const url of links.external.keys()) {
    const kept = cache.get(url, maxAge);
    if (kept) answers.set(url, kept);
  }
  const unknown = [...links.external.keys()].filter((url) => !answers.has(url));
  const known = answers.size;
  const userAgent = `paper-notes-link-check (+${new URL(basePath, siteUrl)})`;
  try {
    await checkExternalLinks(unknown, { ...polite, userAgent }, (url, answer) => {
      answers.set(url, answer);
      cache.set(url, answer);
    });
  } finally {
    await cache.save();
  }
  const count = (wanted: Outcome) =>
    [...answers.values()].filter(({ outcome }) => outcome === wanted).length;
  for (const [url, answer] of answers) reportAnswer(url, answer);
  console.log(
    `External: ${unknown.length} addresses asked, ${known} known; ` +
      `${count('alive')} alive, ${count('moved')} moved, ${count('dead')} dead, ${count('unsure')} unsure.`,
  );
  return count('dead');
}

function reportAnswer(url: string, { outcome, reason, target }: Answer): void {
  if (outcome === 'alive') return;
  const [page = '', ...others] = [...(links.external.get(url) ?? [])].map(at);
  const place = `on ${page}${others.length > 0 ? ` and ${others.length} more` : ''}`;
  const name = `LINK_${outcome.toUpperCase()}`;
  if (outcome === 'dead') console.error(`error ${name}: ${reason} ${url} ${place}`);
  else console.warn(`warning ${name}: ${reason} ${url}${target ? ` → ${target}` : ''} ${place}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
