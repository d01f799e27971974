/** Days and times as functions say them, the same as screens do (src/messages/dates; a test compares them). Without `Intl`. */
import type { Language } from './errors'
import { clockText, weekdayOf, type Day, type MinuteOfDay } from './time'

const WEEKDAYS = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** 11月24日 周二 · Tue 24 Nov */
export const longDateText = (day: Day, language: Language): string => {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  const weekday = WEEKDAYS[language][weekdayOf(day) - 1] ?? ''
  return language === 'en'
    ? `${weekday} ${date} ${MONTHS[month - 1] ?? ''}`
    : `${month}月${date}日 ${weekday}`
}

/** 9:30 */
export const timeText = (minute: MinuteOfDay): string => clockText(minute).replace(/^0/, '')
