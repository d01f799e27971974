/** Amounts, days and months in both languages at once, for what a check found. */
import { monthText, yearlyDateText } from '../../../core/pure/date-text'
import { yuanDisplay, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'

/** 1,234.56 元 · CNY 1,234.56 */
export const yuanWords = (amount: Fen): Text =>
  text(`${yuanDisplay(amount)} 元`, `CNY ${yuanDisplay(amount)}`)

export const dayWords = (day: Day): Text => text(yearlyDateText(day, 'zh-CN'), yearlyDateText(day, 'en'))

export const monthWords = (month: string): Text => text(monthText(month, 'zh-CN'), monthText(month, 'en'))

/** The same figures in both languages: of a calculation. */
export const figures = (words: string): Text => text(words, words)

/** 1/10 000 as a percentage: 1100 → `11%`, 35 → `0.35%`. */
export const percentWords = (rate: number): string => {
  const decimals = String(rate % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(rate / 100)}${decimals && `.${decimals}`}%`
}

/** 1/10 000 as a decimal: 1100 → `0.1100`. */
export const decimalWords = (rate: number): string =>
  `${Math.floor(rate / 10_000)}.${String(rate % 10_000).padStart(4, '0')}`
