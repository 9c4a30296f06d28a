/** The interface's two languages. English is at the root, Chinese beneath `zh/`. Papers keep their own. */

export const languages = ['en', 'zh'] as const;

export type Language = (typeof languages)[number];

/** Their names as `lang`, `hreflang` and Intl take them. */
export const languageTags: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** What a language calls itself. */
export const languageNames: Record<Language, string> = { en: 'English', zh: '中文' };

/** Strings in both languages; the type of one language is that of the other. */
export type InBoth<T> = Record<Language, T>;

/** The `language` parameter of a page's route: English has none. */
export function languageParam(language: Language): string | undefined {
  return language === 'en' ? undefined : language;
}

/** The language of a route's parameter. */
export function toLanguage(param: string | undefined): Language {
  return languages.find((language) => languageParam(language) === param) ?? 'en';
}

/** The language of the page that a script runs in. */
export function pageLanguage(): Language {
  return document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
}

/** The routes of pages that are there in each language: those of `pages`, once for each. */
export function inEachLanguage<P extends { params: Record<string, string> }>(
  pages: readonly P[],
): (Omit<P, 'params'> & { params: P['params'] & { language: string | undefined } })[] {
  return languages.flatMap((language) =>
    pages.map((page) => ({
      ...page,
      params: { ...page.params, language: languageParam(language) },
    })),
  );
}
