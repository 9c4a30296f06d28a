/**
 * What is wrong with an RSS document, by the RSS Advisory Board's specification (rssboard.org/rss-specification)
 * and its Best Practices Profile (rssboard.org/rss-profile). There is no validator for it on npm that works
 * without a network.
 */
import { load, type CheerioAPI } from 'cheerio';
import { SyntaxValidator } from 'fast-xml-validator';

const channelElements = new Map([
  ['title', 'once'],
  ['link', 'once'],
  ['description', 'once'],
  ['language', 'at most once'],
  ['pubDate', 'at most once'],
  ['lastBuildDate', 'at most once'],
  ['category', 'any'],
  ['atom:link', 'once'],
  ['item', 'any'],
]);
const itemElements = new Map([
  ['title', 'once'],
  ['link', 'once'],
  ['description', 'once'],
  ['guid', 'once'],
  ['pubDate', 'once'],
  ['category', 'any'],
  ['content:encoded', 'once'],
]);
const date =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;

/** Sentences, none where the document is as it should be. `address` is where the feed is published. */
export function rssComplaints(xml: string, address: string): string[] {
  try {
    SyntaxValidator.validate(xml);
  } catch (error) {
    return [String(error)];
  }
  const feed = load(xml, { xml: true });
  const channel = feed('rss > channel');
  const complaints: string[] = [];
  const hold = (condition: boolean, complaint: string) => {
    if (!condition) complaints.push(complaint);
  };
  hold(feed('rss').attr('version') === '2.0', 'the version is not 2.0');
  hold(channel.length === 1, 'there is not one channel');
  complaints.push(...wrongElements(feed, channel[0], channelElements));
  hold(isAddress(channel.children('link').text()), 'the channel’s link is no address');
  hold(/^[a-z]{2}(-[A-Za-z]{2})?$/.test(channel.children('language').text()), 'no language');
  const self = channel.children('atom\\:link');
  hold(self.attr('rel') === 'self' && self.attr('href') === address, 'does not know its address');
  hold(self.attr('type') === 'application/rss+xml', 'its own link has the wrong type');
  hold(feed('rss').attr('xmlns:atom') === 'http://www.w3.org/2005/Atom', 'atom: is not declared');
  const guids = new Set<string>();
  for (const element of channel.children('item').toArray()) {
    const item = feed(element);
    const guid = item.children('guid');
    const name = guid.text();
    complaints.push(
      ...wrongElements(feed, element, itemElements).map((wrong) => `${name}: ${wrong}`),
    );
    hold(!guids.has(name), `${name}: another item has this guid`);
    guids.add(name);
    hold(guid.attr('isPermaLink') === 'false' && name !== '', `${name}: no guid of its own`);
    hold(isAddress(item.children('link').text()), `${name}: link is no address`);
    const published = item.children('pubDate').text();
    hold(date.test(published) && !Number.isNaN(Date.parse(published)), `${name}: ${published}`);
    const names = item
      .children()
      .toArray()
      .map(({ name }) => name);
    hold(
      names.indexOf('description') < names.indexOf('content:encoded'),
      `${name}: the profile wants the description before the content`,
    );
  }
  return complaints;
}

function wrongElements(
  feed: CheerioAPI,
  parent: Parameters<CheerioAPI>[0],
  allowed: ReadonlyMap<string, string>,
): string[] {
  const names = feed(parent as never)
    .children()
    .toArray()
    .map(({ name }) => name);
  const unknown = names.filter((name) => !allowed.has(name)).map((name) => `unknown ${name}`);
  const wrongCount = [...allowed].flatMap(([name, times]) => {
    const count = names.filter((other) => other === name).length;
    const isRight = times === 'any' || count === 1 || (times === 'at most once' && count === 0);
    return isRight ? [] : [`${count} times ${name}`];
  });
  return [...unknown, ...wrongCount];
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}
