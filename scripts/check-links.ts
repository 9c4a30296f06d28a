/**
 * Checks the links of the built site: `npm run check:links [-- --external] [--max-age DAYS]`.
 *
 * Internal links and fragments always, those in feeds, the sitemap, Markdown and data among them; addresses on other
 * hosts with --external, slowly, and none again within `--max-age` days (30). Exits 1 where a link leads nowhere, 2
 * where nothing could be checked, 3 without a network. Moved addresses, and such as gave no clear answer, are reported
 * only.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '../src/settings.ts';
import { AnswerCache } from './links/answer-cache.ts';
import { builtFor, settingsFor } from './links/built-for.ts';
import { checkSite } from './links/check-site.ts';
import { checkExternalLinks, NoNetworkError, polite } from './links/external.ts';
import type { Answer, Outcome } from './links/probe.ts';
import { displayPath } from './read-text.ts';

const { values } = parseArgs({
  options: {
    external: { type: 'boolean', default: false },
    'max-age': { type: 'string', default: '30' },
  },
});
const { outDir, basePath, siteUrl, cacheDir } = readSettings();
const maxAge = Number(values['max-age']);
if (!(maxAge >= 0)) fail(`CHECK_LINKS_USAGE: --max-age ${values['max-age']} is no number of days.`);
const index = await readFile(path.join(outDir, 'index.html'), 'utf8').catch(() =>
  fail(`SITE_NOT_BUILT: there is no site in ${displayPath(outDir)}. Run "npm run build" first.`),
);
const built = builtFor(index);
const settings = built && settingsFor(built, siteUrl, basePath);
if (settings)
  fail(
    `SITE_BUILT_FOR_ANOTHER_PLACE: ${displayPath(outDir)} was built for ${built.href}, so that no link leads ` +
      `somewhere at ${new URL(basePath, siteUrl)}. Run this with ${settings}, or build the site anew.`,
  );

const { links, at } = await checkSite({ outDir, basePath, siteUrl });
for (const { url, page, status } of links.broken)
  console.error(`error LINK_BROKEN: ${status ?? 'no answer'} ${at(url)} on ${at(page)}`);
console.log(`Internal: ${links.followed} addresses lead somewhere, ${links.broken.length} do not.`);

const others = values.external ? await checkOthers() : { dead: 0, isOffline: false };
if (!values.external)
  console.log(`External: ${links.external.size} addresses not asked (-- --external asks them).`);
process.exitCode = links.broken.length + others.dead > 0 ? 1 : others.isOffline ? 3 : 0;

/** Asks what the cache doesn't know, and reports; each answer is kept at once. */
async function checkOthers(): Promise<{ dead: number; isOffline: boolean }> {
  const cache = await AnswerCache.open(path.join(cacheDir, 'links.json'));
  const answers = new Map<string, Answer>();
  for (const url of links.external.keys()) {
    const kept = cache.get(url, maxAge);
    if (kept) answers.set(url, kept);
  }
  const unknown = [...links.external.keys()].filter((url) => !answers.has(url));
  const known = answers.size;
  const userAgent = `paper-notes-link-check (+${new URL(basePath, siteUrl)})`;
  let isOffline = false;
  try {
    await checkExternalLinks(unknown, { ...polite, userAgent }, (url, answer) => {
      answers.set(url, answer);
      cache.set(url, answer);
      void cache.save();
    });
  } catch (error) {
    if (!(error instanceof NoNetworkError)) throw error;
    isOffline = true;
    console.error(
      `NO_NETWORK: no host could be reached (${error.message}): this machine has no network, or only by a proxy. ` +
        `Nothing was learnt of ${unknown.length} addresses, and nothing kept.`,
    );
  } finally {
    await cache.save();
  }
  const count = (wanted: Outcome) =>
    [...answers.values()].filter(({ outcome }) => outcome === wanted).length;
  for (const [url, answer] of answers) reportAnswer(url, answer);
  console.log(
    `External: ${isOffline ? 0 : unknown.length} addresses asked, ${known} known; ` +
      `${count('alive')} alive, ${count('moved')} moved, ${count('dead')} dead, ${count('unsure')} unsure.`,
  );
  return { dead: count('dead'), isOffline };
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
