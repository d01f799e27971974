/** Months and years of the law: they end on the day of the same number, or on the month's last when it has none (民法典 §202). */
import { daysBetween, isDay, monthOf, type Day } from './time'

const two = (n: number): string => String(n).padStart(2, '0')

/** The month `months` after a month, `YYYY-MM`; before it when negative. */
export const addMonths = (month: string, months: number): string => {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${two((((count % 12) + 12) % 12) + 1)}`
}

/** Days of a month, 28–31. */
export const daysInMonth = (month: string): number => daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`)

/** The day `months` after a day: 2024-02-29 and 12 are 2025-02-28; 2025-01-31 and 1 are 2025-02-28. */
export const monthsAfter = (day: Day, months: number): Day => {
  const month = addMonths(monthOf(day), months)
  const same = `${month}-${day.slice(8, 10)}`
  return isDay(same) ? same : `${month}-${two(daysInMonth(month))}`
}

export const yearsAfter = (day: Day, years: number): Day => monthsAfter(day, years * 12)

/** Years that are full on `to`, counted from `from`; 0 when it is not later. */
export const fullYears = (from: Day, to: Day): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, yearsAfter(from, years) <= to ? years : years - 1)
}
