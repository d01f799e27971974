/** Days and times as people read them, in both languages, without `Intl` (hidden in WeChat). */
import {
  addDays,
  clockText,
  dayOf,
  minuteOf,
  weekdayOf,
  type Day,
  type Instant,
  type MinuteOfDay,
} from '../../functions/core/pure/time'
import type { Language } from '../../functions/core/pure/errors'

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

const monthNumber = (day: Day): number => Number(day.slice(5, 7))
/** Day of the month, 1–31. */
export const dayNumber = (day: Day): number => Number(day.slice(8, 10))

/** 周二 · Tue */
export const weekdayText = (day: Day, language: Language): string =>
  WEEKDAYS[language][weekdayOf(day) - 1] ?? ''

/** 11月24日 · 24 Nov */
export const dateText = (day: Day, language: Language): string =>
  language === 'en'
    ? `${dayNumber(day)} ${MONTHS[monthNumber(day) - 1] ?? ''}`
    : `${monthNumber(day)}月${dayNumber(day)}日`

/** 2026年11月24日 · 24 Nov 2026 */
export const datedText = (day: Day, language: Language): string => {
  const [year, date] = [day.slice(0, 4), dateText(day, language)]
  return language === 'en' ? `${date} ${year}` : `${year}年${date}`
}

/** 11月24日 周二 · Tue 24 Nov */
export const longDateText = (day: Day, language: Language): string =>
  language === 'en'
    ? `${weekdayText(day, language)} ${dateText(day, language)}`
    : `${dateText(day, language)} ${weekdayText(day, language)}`

/** 今天, 明天 or the weekday. */
export const nearDayText = (day: Day, today: Day, language: Language): string => {
  if (day === today) return language === 'en' ? 'Today' : '今天'
  if (day === addDays(today, 1)) return language === 'en' ? 'Tomorrow' : '明天'
  return weekdayText(day, language)
}

/** 9:30 */
export const timeText = (minute: MinuteOfDay): string => clockText(minute).replace(/^0/, '')

/** 9:30–10:00 */
export const rangeText = (start: MinuteOfDay, end: MinuteOfDay): string =>
  `${timeText(start)}–${timeText(end)}`

/** 11月24日 周二 9:30 · Tue 24 Nov, 9:30 */
export const momentText = (at: Instant, language: Language): string =>
  `${longDateText(dayOf(at), language)}${language === 'en' ? ', ' : ' '}${timeText(minuteOf(at))}`

/** 9:42 for what is left of a hold, in minutes and seconds; never below zero. */
export const leftText = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** 1.8 公里, 350 米 · 1.8 km, 350 m */
export const distanceText = (metres: number, language: Language): string => {
  const far = metres >= 1000
  const amount = far ? (Math.round(metres / 100) / 10).toFixed(1) : String(Math.round(metres / 10) * 10)
  return language === 'en' ? `${amount} ${far ? 'km' : 'm'}` : `${amount} ${far ? '公里' : '米'}`
}
