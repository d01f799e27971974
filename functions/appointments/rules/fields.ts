/** Field checks that exist once: the contract is built of the patterns and figures, forms call the checks as one types. */
import { isDay, LAST_MINUTE } from '../../core/pure/time'
import { fieldProblem, type FieldProblem } from '../../core/pure/typed-text'

export const APPOINTMENT_ID = /^ap_[0-9a-z]{26}$/

export const isAppointmentId = (value: string): boolean => APPOINTMENT_ID.test(value)
export { isDay }

export const isStart = (value: number): boolean =>
  Number.isInteger(value) && value >= 0 && value <= LAST_MINUTE

/** An officer's reason is shown to those it concerns: up to 200 characters that say something. */
export const REASON = { max: 200, says: true } as const
export const reasonProblem = (value: string): FieldProblem | undefined => fieldProblem(value, REASON)
export const isReason = (value: string): boolean => reasonProblem(value) === undefined
/** Why somebody cancels: may be left empty. */
export const OWN_REASON = { min: 0, max: 200 } as const

/** Seats by quota: the most a slot can hold at once is bound by its document's size. */
export const SEATS = { online: 200, walkIn: 200, priority: 100 } as const
export type Quota = { readonly online: number; readonly walkIn: number; readonly priority: number }
export const isQuota = (quota: Quota): boolean =>
  (['online', 'walkIn', 'priority'] as const).every(
    (kind) => Number.isInteger(quota[kind]) && quota[kind] >= 0 && quota[kind] <= SEATS[kind],
  )
