/** Amounts, counts and times as sentences of the lottery say them. Pure. */
import { dateText, timeText, yearlyDateText } from '../../core/pure/date-text'
import { fen, yuanDisplay } from '../../core/pure/money'
import { text, type Text } from '../../core/pure/text'
import { dayOf, minuteOf, type Day, type Instant } from '../../core/pure/time'

/** 10000 → 100.00 元 · CNY 100.00 */
export const saidYuan = (amount: number): Text => {
  const shown = yuanDisplay(fen(amount))
  return text(`${shown} 元`, `CNY ${shown}`)
}

/** 12345 → 12,345 */
export const saidCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',')

/** 2026年2月10日 · 10 Feb 2026 */
export const saidDay = (day: Day): Text => text(yearlyDateText(day, 'zh-CN'), yearlyDateText(day, 'en'))

/** 2月10日 9:05 · 9:05 on 10 Feb */
export const saidInstant = (at: Instant): Text => {
  const [day, time] = [dayOf(at), timeText(minuteOf(at))]
  return text(`${dateText(day, 'zh-CN')} ${time}`, `${time} on ${dateText(day, 'en')}`)
}

/** In one sentence: 零售、餐饮 · retail, catering */
export const saidList = (items: readonly Text[]): Text =>
  text(items.map(({ zh }) => zh).join('、'), items.map(({ en }) => en).join(', '))
