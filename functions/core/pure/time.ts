/** Legal days and times of day in China: a fixed +08:00, no `Intl` (WeChat hides it). */

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number
/** `YYYY-MM-DD`, a legal day in Asia/Shanghai. */
export type Day = string
/** Minutes since midnight in Asia/Shanghai, 0–1440. */
export type MinuteOfDay = number

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY_MS = 24 * HOUR
const OFFSET = 8 * HOUR

const two = (n: number): string => String(n).padStart(2, '0')

/** The legal day that an instant falls on. */
export const dayOf = (at: Instant): Day => new Date(at + OFFSET).toISOString().slice(0, 10)

/** Minutes since local midnight. */
export const minuteOf = (at: Instant): MinuteOfDay => Math.floor((((at + OFFSET) % DAY_MS) + DAY_MS) % DAY_MS / MINUTE)

/** The instant at which `minute` of `day` begins. */
export const instantOf = (day: Day, minute: MinuteOfDay = 0): Instant => Date.parse(`${day}T00:00:00Z`) - OFFSET + minute * MINUTE

/** Is it a real calendar day, written `YYYY-MM-DD`? */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text

export const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / DAY_MS)

/** 1 Monday … 7 Sunday (ISO 8601). */
export const weekdayOf = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 => {
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (sundayFirst === 0 ? 7 : sundayFirst) as 1 | 2 | 3 | 4 | 5 | 6 | 7
}

/** The Monday of the day's ISO week. */
export const weekOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))

/** `YYYY-MM`. */
export const monthOf = (day: Day): string => day.slice(0, 7)

/** 570 → `09:30`. */
export const clockText = (minute: MinuteOfDay): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`

/** `09:30` → 570. Throws a RangeError on anything else. */
export const parseClock = (text: string): MinuteOfDay => {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  if (!match) throw new RangeError(`not a time of day: ${text}`)
  return Number(match[1]) * 60 + Number(match[2])
}
