/** Days and times as functions and screens say them, in both languages, without `Intl` (hidden in WeChat). */
import type { Language } from './errors'
import { clockText, weekdayOf, type Day, type MinuteOfDay } from './time'

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** Day of the month, 1–31. */
export const dayNumber = (day: Day): number => Number(day.slice(8, 10))

/** 周二 · Tue */
export const weekdayText = (day: Day, language: Language): string =>
  WEEKDAYS[language][weekdayOf(day) - 1] ?? ''

/** 11月24日 · 24 Nov */
export const dateText = (day: Day, language: Language): string => {
  const month = Number(day.slice(5, 7))
  return language === 'en' ? `${dayNumber(day)} ${MONTHS[month - 1] ?? ''}` : `${month}月${dayNumber(day)}日`
}

/** 11月24日 周二 · Tue 24 Nov */
export const longDateText = (day: Day, language: Language): string => {
  const [date, weekday] = [dateText(day, language), weekdayText(day, language)]
  return language === 'en' ? `${weekday} ${date}` : `${date} ${weekday}`
}

/** 2026年11月24日 · 24 Nov 2026 */
export const yearlyDateText = (day: Day, language: Language): string =>
  language === 'en'
    ? `${dateText(day, language)} ${day.slice(0, 4)}`
    : `${day.slice(0, 4)}年${dateText(day, language)}`

/** `2026-11` → 2026年11月 · Nov 2026 */
export const monthText = (month: string, language: Language): string => {
  const [year = '', number = ''] = month.split('-')
  return language === 'en' ? `${MONTHS[Number(number) - 1] ?? ''} ${year}` : `${year}年${Number(number)}月`
}

/** 9:30 */
export const timeText = (minute: MinuteOfDay): string => clockText(minute).replace(/^0/, '')
