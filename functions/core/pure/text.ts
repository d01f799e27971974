/** Text kept in both languages, and the one the caller reads. */
import type { Language } from './errors'

export interface Text {
  readonly zh: string
  readonly en: string
}

export const text = (zh: string, en: string): Text => ({ zh, en })

export const say = (words: Text, language: Language): string => (language === 'en' ? words.en : words.zh)
