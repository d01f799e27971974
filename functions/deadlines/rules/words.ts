/** Deadlines in words: the period filed for, and why a last day is not the plain one. */
import { isHoliday } from '../../core/pure/calendar'
import { dateText, dayNumber, monthText } from '../../core/pure/date-text'
import type { DaysOff } from '../../core/pure/deferral'
import type { Language } from '../../core/pure/errors'
import { say, text, type Text } from '../../core/pure/text'
import { addDays, monthOf } from '../../core/pure/time'
import type { Occurrence } from './tracks'

/** `2026-03` → 2026年3月, `2026Q1` → 2026年第1季度, `2025` → 2025年. */
export const periodText = (period: string, language: Language): string => {
  const [, year = '', part = '', number = ''] = /^(\d{4})(?:-(?=\d)|([QH]))?(\d*)$/.exec(period) ?? []
  if (part === 'Q') return language === 'en' ? `Q${number} ${year}` : `${year}年第${number}季度`
  if (part === 'H') {
    const half = number === '1' ? text('上半年', 'first half of') : text('下半年', 'second half of')
    return language === 'en' ? `${half.en} ${year}` : `${year}年${half.zh}`
  }
  if (number !== '') return monthText(period, language)
  return language === 'en' ? year : `${year}年`
}

/** The holidays of China by the days on which they always fall; the two of the moon's calendar by the month. */
const HOLIDAYS: readonly { readonly from: string; readonly to: string; readonly name: Text }[] = [
  { from: '01-01', to: '01-05', name: text('元旦', 'New Year') },
  { from: '01-20', to: '03-05', name: text('春节', 'Spring Festival') },
  { from: '04-01', to: '04-10', name: text('清明节', 'Qingming') },
  { from: '04-25', to: '05-06', name: text('劳动节', 'Labour Day') },
  { from: '05-25', to: '06-30', name: text('端午节', 'Dragon Boat Festival') },
  { from: '09-05', to: '09-29', name: text('中秋节', 'Mid-Autumn Festival') },
  { from: '09-30', to: '10-10', name: text('国庆节', 'National Day') },
]

/** What the days off are called; merely days off where no holiday is known then. */
export const holidayName = ({ to }: DaysOff): Text =>
  HOLIDAYS.find((one) => one.from <= to.slice(5) && to.slice(5) <= one.to)?.name ?? text('放假', 'Days off')

const spanText = ({ from, to }: DaysOff, language: Language): string => {
  const last = dateText(to, language)
  if (from === to) return last
  if (monthOf(from) !== monthOf(to)) return `${dateText(from, language)}–${last}`
  const day = dayNumber(from)
  return language === 'en'
    ? `${day}–${last}`
    : `${dateText(from, language).replace(/日$/, '')}–${dayNumber(to)}日`
}

/** 「春节假期（2月15–23日）」 · Spring Festival (15–23 Feb) */
const holidayText = (run: DaysOff, language: Language): string => {
  const [name, span] = [say(holidayName(run), language), spanText(run, language)]
  return language === 'en' ? `${name} (${span})` : `${name}假期（${span}）`
}

/** Why the last day is not the plain one: 「4月15日遇清明节假期（4月4–6日），顺延至4月20日」; undefined where it is. */
export const movedText = (
  { base, due, holidays, notice, putOff }: Omit<Occurrence, 'revision'>,
  language: Language,
): string | undefined => {
  if (!due.known || due.value === base) return undefined
  const en = language === 'en'
  const [plain, day] = [dateText(base, language), dateText(due.value, language)]
  if (putOff && notice !== undefined)
    return en ? `${plain}, put off to ${day} by ${notice}` : `${plain}，按${notice}延至${day}`
  const runs =
    holidays.length === 0 && isHoliday(base) ? [{ from: base, to: addDays(due.value, -1) }] : holidays
  if (runs.length === 0)
    return en ? `${plain} is a day off: moved to ${day}` : `${plain}是休息日，顺延至${day}`
  const names = runs.map((run) => holidayText(run, language)).join(en ? ' and ' : '、')
  return en ? `${plain}, moved to ${day} by ${names}` : `${plain}遇${names}，顺延至${day}`
}
