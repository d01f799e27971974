/**
 * The filing deadline once more, straight from the words of article 109 and by other means: a list of the month's days made by
 * `Date`, blocks found by looking at each pair of ends, and one step a day. Slow, and shares nothing with the rule.
 */
interface SlowYear {
  readonly holidays: readonly string[]
  readonly extraWorkingDays: readonly string[]
}
type SlowYears = Readonly<Record<string, SlowYear>>

const isoOf = (time: number): string => new Date(time).toISOString().slice(0, 10)
const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const after = (day: string): string => isoOf(timeOf(day) + 86_400_000)

const isHoliday = (years: SlowYears, day: string): boolean =>
  (years[day.slice(0, 4)]?.holidays ?? []).includes(day.slice(5))

const isOff = (years: SlowYears, day: string): boolean => {
  const year = years[day.slice(0, 4)]
  if (!year) throw new Error(`no table of ${day}`)
  if (isHoliday(years, day)) return true
  const weekend = [0, 6].includes(new Date(timeOf(day)).getUTCDay())
  return weekend && !year.extraWorkingDays.includes(day.slice(5))
}

const daysUpTo = (base: string): readonly string[] =>
  Array.from(
    { length: Number(base.slice(8)) },
    (_, i) => `${base.slice(0, 8)}${String(i + 1).padStart(2, '0')}`,
  )

/** Every block of the term that cannot be made longer, is all off, has a day of the table in it, and three days at least. */
const blocksOf = (years: SlowYears, base: string): readonly (readonly string[])[] => {
  const days = daysUpTo(base)
  const found: (readonly string[])[] = []
  days.forEach((_, start) =>
    days.forEach((__, end) => {
      const block = days.slice(start, end + 1)
      if (block.length < 3 || !block.every((day) => isOff(years, day))) return
      const [before, next] = [days[start - 1], days[end + 1]]
      if ((before && isOff(years, before)) || (next && isOff(years, next))) return
      if (block.some((day) => isHoliday(years, day))) found.push(block)
    }),
  )
  return found
}

/** @param base the last day, counted plainly: the term begins on the first of its month */
export const slowDeadline = (years: SlowYears, base: string): string => {
  let left = blocksOf(years, base).flat().length
  let day = base
  while (left > 0) {
    day = after(day)
    if (!isOff(years, day)) left -= 1
  }
  while (isOff(years, day)) day = after(day)
  return day
}
