/** Days and times as people read them, in both languages, without `Intl` (hidden in WeChat). */
import {
  addDays,
  dayOf,
  minuteOf,
  type Day,
  type Instant,
  type MinuteOfDay,
} from '../../../functions/core/pure/time'
import { dateText, longDateText, timeText, weekdayText } from '../../../functions/core/pure/date-text'
import { catalogue, textsIn, type Language } from '..'
import { texts as en } from './en'
import { texts as zh } from './zh-CN'

export {
  dateText,
  dayNumber,
  longDateText,
  timeText,
  weekdayText,
} from '../../../functions/core/pure/date-text'

const words = catalogue(zh, en)

/** 2026年11月24日 · 24 Nov 2026 */
export const datedText = (day: Day, language: Language): string =>
  textsIn(words, language)('dated', { year: day.slice(0, 4), date: dateText(day, language) })

/** 今天, 明天 or the weekday. */
export const nearDayText = (day: Day, today: Day, language: Language): string => {
  if (day === today) return textsIn(words, language)('today')
  if (day === addDays(today, 1)) return textsIn(words, language)('tomorrow')
  return weekdayText(day, language)
}

/** 9:30–10:00 */
export const rangeText = (start: MinuteOfDay, end: MinuteOfDay): string =>
  `${timeText(start)}–${timeText(end)}`

/** 11月24日 周二 9:30 · Tue 24 Nov, 9:30 */
export const momentText = (at: Instant, language: Language): string =>
  textsIn(words, language)('moment', {
    date: longDateText(dayOf(at), language),
    time: timeText(minuteOf(at)),
  })

/** 9:42 for what is left of a hold, in minutes and seconds; never below zero. */
export const leftText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** 1.8 公里, 350 米 · 1.8 km, 350 m */
export const distanceText = (metres: number, language: Language): string => {
  const t = textsIn(words, language)
  return metres >= 1000
    ? t('kilometres', { n: (Math.round(metres / 100) / 10).toFixed(1) })
    : t('metres', { n: Math.round(metres / 10) * 10 })
}
