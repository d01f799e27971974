/** Dated rows of law: is there exactly one in force on every day? */
import { inForce, type Dated } from '../../functions/core/pure/law'
import { addDays, type Day } from '../../functions/core/pure/time'

/** Looked at until then; rows without an end hold on beyond it. */
const HORIZON: Day = '2031-12-31'

/** The days from `from` on with no row, or with several. */
export const gapsIn = (rows: readonly Dated[], from: Day = '2026-01-01'): readonly Day[] => {
  const bad: Day[] = []
  for (let day = from; day <= HORIZON; day = addDays(day, 1)) {
    if (rows.filter((row) => inForce(row, day)).length !== 1) bad.push(day)
  }
  return bad
}
