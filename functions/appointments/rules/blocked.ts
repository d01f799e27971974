/** Is a time blocked for a matter, by the dated table and the working-day calendar? */
import { deferred, firstWorkingDayOfMonth, type Known } from '../../core/pure/calendar'
import type { MatterKind } from '../../core/pure/hall-terms'
import { inForce, type Basis } from '../../core/pure/law'
import { addDays, monthOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { blockedRows, type BlockedRow } from '../data/blocked'
import { halfOf } from './slots'

/** The day a row blocks in a month, `YYYY-MM`; it may fall into the next month when deferred. */
const blockedDay = (row: BlockedRow, month: string): Known<Day> =>
  row.on.kind === 'firstWorkingDay'
    ? firstWorkingDayOfMonth(month)
    : deferred(`${month}-${String(row.on.day).padStart(2, '0')}`)

const falls = (row: BlockedRow, day: Day): boolean => {
  const before = monthOf(addDays(`${monthOf(day)}-01`, -1))
  return [monthOf(day), before].some((month) => {
    const found = blockedDay(row, month)
    return found.known && found.value === day
  })
}

/** The rule that blocks `start` of `day` for a matter of this kind, or `undefined`. */
export const blockedBy = ({
  day,
  start,
  kind,
}: {
  readonly day: Day
  readonly start: MinuteOfDay
  readonly kind: MatterKind
}): Basis | undefined => {
  const row = blockedRows.find(
    (candidate) =>
      inForce(candidate, day) &&
      candidate.half === halfOf(start) &&
      (candidate.matters === 'all' || candidate.matters.includes(kind)) &&
      falls(candidate, day),
  )
  return row && { rule: row.rule, basis: row.basis, unconfirmed: row.unconfirmed }
}
