/** Lets a browser offer this site as a search engine: https://github.com/dewitt/opensearch, version 1.1. */
import type { APIContext } from 'astro';
import { escapeXml } from '../../lib/escape-xml.ts';
import { inEachLanguage } from '../../lib/language.ts';
import { assetHref, fullAddress } from '../../lib/links.ts';
import { readerOf } from '../../lib/reader.ts';
import { searchStrings } from '../../lib/strings/search.ts';

export function getStaticPaths() {
  return inEachLanguage([{ params: {} }]);
}

export function GET({ params }: APIContext): Response {
  const { language, locale, link } = readerOf(params);
  const { engineName, engineDescription } = searchStrings[language];
  const absolute = (href: string) => escapeXml(fullAddress(href));
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeXml(engineName)}</ShortName>
  <Description>${escapeXml(engineDescription)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${locale}</Language>
  <Image type="image/svg+xml">${absolute(assetHref('favicon.svg'))}</Image>
  <Url type="text/html" method="get" template="${absolute(link.search())}?q={searchTerms}"/>
  <Url type="application/opensearchdescription+xml" rel="self" template="${absolute(link.openSearch())}"/>
</OpenSearchDescription>
`;
  return new Response(body, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml' },
  });
}
