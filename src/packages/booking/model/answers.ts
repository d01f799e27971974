/** The answers of `appointments` that these screens name, taken from its contract so that they cannot drift. */
import type { DayList, DayRow, Output } from '../../../client/api'

export type { Appointment, DayList, DayRow, Hall, Matter, SlotRow } from '../../../client/api'

export type Cancelled = Output<'appointments', 'cancel'>
export type Person = DayList['items'][number]
/** A rule in words, with its legal basis; `unconfirmed` asks for 以主管税务机关最新规定为准. */
export type Basis = NonNullable<DayRow['why']>

/** A free slot that a `SLOT_FULL` refusal offers instead. */
export interface NearSlot {
  readonly hallId: string
  readonly day: string
  readonly start: number
  readonly end: number
  readonly left: number
}
