/** Values as a paper prints them. */
import type { Language } from '../../pure/errors'
import { yuanDisplay } from '../../pure/money'
import { text, type Text } from '../../pure/text'
import { dateText } from '../../pure/date-text'
import type { Day } from '../../pure/time'
import type { Value, Words } from './paper'

/** 2026年11月24日 · 24 Nov 2026 */
export const fullDate = (day: Day): Text => {
  const year = day.slice(0, 4)
  const of = (language: Language): string => dateText(day, language)
  return text(`${year}年${of('zh-CN')}`, `${of('en')} ${year}`)
}

export const isMoney = (value: Value): value is Extract<Value, { readonly fen: unknown }> =>
  typeof value === 'object' && 'fen' in value

export const wordsOf = (value: Value): Words => {
  if (typeof value === 'string') return value
  if ('fen' in value) return yuanDisplay(value.fen)
  return 'day' in value ? fullDate(value.day) : value
}
