/** Why a ruling was made, in a reader's language where it is told in it. */
import type { RecordedRuling } from '../papers/repair-record.ts';
import type { Language } from './language.ts';
import { textLanguage, type TextLanguage } from './text-language.ts';

export function reasonIn(
  { why, whyZh }: RecordedRuling,
  language: Language,
): { text: string; lang: TextLanguage } {
  return language === 'zh' && whyZh !== undefined
    ? { text: whyZh, lang: 'zh-CN' }
    : { text: why, lang: textLanguage(why) };
}
