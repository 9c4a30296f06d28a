/** Tells the two languages of an entry apart by their script. */

export type TextLanguage = 'en' | 'zh-CN';

/**
 * Chinese where there is one Han character to three Latin letters or more: notes are full of English names,
 * abstracts hold a Chinese word at most.
 */
export function textLanguage(text: string): TextLanguage {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return han > 0 && han * 3 >= latin ? 'zh-CN' : 'en';
}
