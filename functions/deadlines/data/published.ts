/**
 * Last days to file as the State Taxation Administration published them, for what is filed by the 15th of a month. They
 * stand above the rule, which gives the same: what is put off by a notice of its own (an epidemic, a flood) is one row here.
 */
import type { Day } from '../../core/pure/time'

export interface PublishedDay {
  /** `YYYY-MM`, in which one files. */
  readonly month: string
  readonly day: Day
  readonly notice: string
  /** How often it has been moved since it was first published: subscribed calendars need to know that it is later news. */
  readonly revision: number
}

const yearOf = (year: string, notice: string, days: readonly number[]): readonly PublishedDay[] =>
  days.map((day, i) => {
    const month = `${year}-${String(i + 1).padStart(2, '0')}`
    return { month, day: `${month}-${String(day).padStart(2, '0')}`, notice, revision: 0 }
  })

export const publishedDays: readonly PublishedDay[] = [
  ...yearOf('2026', '税总办征科函〔2025〕64号', [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15]),
]
