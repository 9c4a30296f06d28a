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
  ['atom:link', 'any'],
  ['item', 'any'],
]);
const itemElements = new Map([
  ['title', 'once'],
  ['link', 'once'],
  ['description', 'once'],
  ['guid', 'once'],
  ['pubDate', 'once'],
  ['category', 'any'],
  ['dc:creator', 'any'],
  ['dc:identifier', 'at most once'],
  ['content:encoded', 'at most once'],
]);
const date =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (GMT|[+-]\d{4})$/;

const namespaces = [
  ['atom', 'http://www.w3.org/2005/Atom'],
  ['content', 'http://purl.org/rss/1.0/modules/content/'],
  ['dc', 'http://purl.org/dc/elements/1.1/'],
] as const;

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
  const links = channel.children('atom\\:link');
  const self = links.filter('[rel=self]');
  hold(self.length === 1 && self.attr('href') === address, 'does not know its address');
  hold(
    links.toArray().every(({ attribs }) => attribs['type'] === 'application/rss+xml'),
    'a link to a page of it has the wrong type',
  );
  for (const [prefix, namespace] of namespaces)
    hold(feed('rss').attr(`xmlns:${prefix}`) === namespace, `${prefix}: is not declared`);
  const built = channel.children('lastBuildDate').text();
  hold(built === '' || isDate(built), `last built: ${built}`);
  hold(!/&(?:amp|lt);/.test(plainText(xml)), 'plain text with &amp; or &lt;');
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
    hold(isDate(published), `${name}: ${published}`);
    const description = load(item.children('description').text(), null, false);
    hold(description('*').length === 0, `${name}: its description holds elements`);
    const names = item
      .children()
      .toArray()
      .map(({ name }) => name);
    hold(
      !names.includes('content:encoded') ||
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

function isDate(text: string): boolean {
  return date.test(text) && !Number.isNaN(Date.parse(text));
}

/** The elements that hold no HTML, as they are written. The profile wants &#x26; and &#x3C; in them. */
function plainText(xml: string): string {
  return (xml.match(/<(title|category|dc:creator)>.*?<\/\1>/gs) ?? []).join('\n');
}

function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text);
}
