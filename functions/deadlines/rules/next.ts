/** For whoever has said nothing yet: the next day of what is filed monthly, and of what is filed quarterly. */
import type { Known } from '../../core/pure/calendar'
import { filingDeadline } from '../../core/pure/deferral'
import { addMonths } from '../../core/pure/periods'
import { daysBetween, monthOf, type Day } from '../../core/pure/time'

export interface NextFiling {
  readonly kind: 'monthly' | 'quarterly'
  /** Its plain last day. */
  readonly base: Day
  readonly due: Known<Day>
  /** To the last day; to the plain one while that is not known. */
  readonly daysLeft: number
}

const STEP = { monthly: 1, quarterly: 3 } as const

const next = (kind: NextFiling['kind'], today: Day): NextFiling => {
  for (let month = monthOf(today); ; month = addMonths(month, 1)) {
    if ((Number(month.slice(5)) - 1) % STEP[kind] !== 0) continue
    const [base, due] = [`${month}-15`, filingDeadline(month)]
    const day = due.known ? due.value : base
    if (day >= today) return { kind, base, due, daysLeft: daysBetween(today, day) }
  }
}

/** Sooner first; in a quarter's month they are the same day. */
export const nextFilings = (today: Day): readonly NextFiling[] =>
  [next('monthly', today), next('quarterly', today)].sort((a, b) => a.daysLeft - b.daysLeft)
