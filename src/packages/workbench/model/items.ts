/** A piece of work in the list: is it mine to do, how long is there, can it be paid together with others. Pure. */
import { NO_DAY } from '../../../../functions/core/pure/case'
import { daysBetween, type Day } from '../../../../functions/core/pure/time'
import type { Output } from '../../../client/api'

export type Item = Output<'workbench', 'list'>['items'][number]

/** The caller may take its next step now: nobody else has it. */
export const canAct = ({ mayAct, assignee }: Pick<Item, 'mayAct' | 'assignee'>): boolean =>
  mayAct && assignee !== 'other'

/** Can be ordered together with others. */
export const isPayable = (item: Item): boolean =>
  item.feature === 'refunds' &&
  item.kind !== 'departure' &&
  item.duty === 'pay' &&
  item.state === 'approved' &&
  canAct(item)

export interface TimeLeft {
  /** Counted plainly; absent while the calendar is not published. */
  readonly target?: Day
  /** By law the last day. */
  readonly outer?: Day
  /** Until `toward`; absent where the time stands still, or is not known. */
  readonly daysLeft?: number
  readonly toward: 'target' | 'outer'
  /** Past the last day. */
  readonly late: boolean
}

/** Toward the target while there is time, then toward the last day; once that is over, since then. */
export const timeLeft = (
  { due, outer, runs }: { readonly due: Day; readonly outer: Day | null; readonly runs: boolean },
  today: Day,
): TimeLeft => {
  const days = { ...(due === NO_DAY ? {} : { target: due }), ...(outer === null ? {} : { outer }) }
  const last = outer ?? (due === NO_DAY ? undefined : due)
  const late = runs && last !== undefined && last < today
  // Where both are one day, it is the law's.
  const toTarget = due !== NO_DAY && (outer === null || (today <= due && due !== outer))
  const toward = toTarget ? 'target' : 'outer'
  const end = toTarget ? due : outer
  return { ...days, toward, late, ...(runs && end !== null ? { daysLeft: daysBetween(today, end) } : {}) }
}

/** The first that the caller can go on with, in the order of the list. */
export const nextOf = (items: readonly Item[], but: string): Item | undefined =>
  items.find((item) => item.id !== but && canAct(item))
