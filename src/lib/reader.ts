/** What a page or component needs to speak to its reader: the language, its strings, its addresses. */
import { languageTags, toLanguage, type Language } from './language.ts';
import { linksIn, type Links } from './links.ts';
import { siteStrings, type SiteStrings } from './strings/site.ts';

export interface Reader {
  language: Language;
  /** The language as `lang` and Intl take it. */
  locale: string;
  t: SiteStrings;
  link: Links;
}

/** The reader of a page, by the parameters of its route: `readerOf(Astro.params)`. */
export function readerOf(params: { language?: string | undefined }): Reader {
  const language = toLanguage(params.language);
  return {
    language,
    locale: languageTags[language],
    t: siteStrings[language],
    link: linksIn(language),
  };
}
