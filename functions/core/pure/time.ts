/** Legal days and times of day in China: a fixed +08:00, no `Intl` (WeChat hides it). */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number
/** `YYYY-MM-DD`, a legal day in Asia/Shanghai. */
export type Day = string
/** Minutes since midnight in Asia/Shanghai, 0–1440. */
export type MinuteOfDay = number

/** The midnight after. */
export const LAST_MINUTE: MinuteOfDay = 1440

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY_MS = 24 * HOUR
const OFFSET = 8 * HOUR

const two = (n: number): string => (n < 10 ? `0${n}` : String(n))

/**
 * Days since 1970-01-01 of a date of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March;
 * a rush for appointments asks for days so often that `Date` and its texts would be felt.
 */
const dayNumber = (year: number, month: number, date: number): number => {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The way back. */
const dayText = (number: number): Day => {
  const z = number + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`
}

const numberOf = (day: Day): number =>
  dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))

/** The legal day that an instant falls on. */
export const dayOf = (at: Instant): Day => dayText(Math.floor((at + OFFSET) / DAY_MS))

/** Minutes since local midnight. */
export const minuteOf = (at: Instant): MinuteOfDay =>
  Math.floor(((((at + OFFSET) % DAY_MS) + DAY_MS) % DAY_MS) / MINUTE)

/** The instant at which `minute` of `day` begins. */
export const instantOf = (day: Day, minute: MinuteOfDay = 0): Instant =>
  numberOf(day) * DAY_MS - OFFSET + minute * MINUTE

/** When what a day brings is seen to: nine in the morning, as offices open. */
export const morningOf = (day: Day): Instant => instantOf(day, 9 * 60)

/** Is it a real calendar day, written `YYYY-MM-DD`? */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayText(numberOf(text)) === text

export const addDays = (day: Day, days: number): Day => dayText(numberOf(day) + days)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => numberOf(b) - numberOf(a)

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 => {
  // 1970-01-01 was a Thursday
  const sinceMonday = (((numberOf(day) + 3) % 7) + 7) % 7
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** The Monday of the day's ISO week. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** 570 → `09:30`. */
export const clockText = (minute: MinuteOfDay): string =>
  `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
