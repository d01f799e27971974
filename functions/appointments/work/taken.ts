/**
 * What counts at this moment: what a hall's closing has taken does not, though it stands in the ledgers until its sweep has come.
 * Days are looked at only where something would be refused.
 */
import { reader } from '../../core/io/store/reader'
import type { Store } from '../../core/io/store/contract'
import type { Tx } from '../../core/io/store/transaction'
import { hallDays, type HallDayDoc } from '../collections'
import { countsLess, placesOf, type Counts } from '../rules/counts'
import type { Place } from '../rules/ledger'
import type { Verdict } from '../rules/refusal'
import { hallDayId } from '../rules/slots'
import { isTaken } from './closed-days'

/** Looks at halls' days, by their ids. */
export type DaysLook = (ids: readonly string[]) => Promise<readonly (HallDayDoc | undefined)[]>

export const daysBy = (store: Store): DaysLook => {
  return (ids) => reader(store).getMany(hallDays, ids)
}
/** In a commit: closed a moment later, the day's sweep cancels what was booked like anything else. */
export const daysIn = (tx: Pick<Tx, 'peek'>): DaysLook => {
  return (ids) => Promise.all(ids.map((id) => tx.peek(hallDays, id)))
}

const idOf = ({ hallId, day }: Place): string => hallDayId(hallId, day)

export const lessTaken = async (counts: Counts, look: DaysLook): Promise<Counts> => {
  const ids = [...new Set(placesOf(counts).map(idOf))]
  if (ids.length === 0) return counts
  const found = await look(ids)
  const hallDayOf = new Map(ids.map((id, at) => [id, found[at]]))
  return countsLess(counts, (place) => isTaken(hallDayOf.get(idOf(place)), place))
}

/** A refusal stands only when it does without what was taken. */
export const judged = async (
  counts: Counts,
  look: DaysLook,
  judge: (counts: Counts) => Verdict,
): Promise<Verdict> => {
  const verdict = judge(counts)
  return verdict.ok ? verdict : judge(await lessTaken(counts, look))
}
