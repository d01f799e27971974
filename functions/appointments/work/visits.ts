/** What came of a visit whose time has come: checked in, missed, or excused. Each is one change of state, with what it counts. */
import { eachOf } from '../../core/io/store/pages'
import type { Store } from '../../core/io/store/contract'
import type { Tx } from '../../core/io/store/transaction'
import { dayOf, instantOf, type Day } from '../../core/pure/time'
import { appointments, hallDays, type AppointmentDoc, type HallDayDoc } from '../collections'
import { suspension, withNoShow, withoutNoShow } from '../rules/ledger'
import { limitsOn } from '../rules/limits'
import type { Verdict } from '../rules/refusal'
import { hallDayId } from '../rules/slots'
import { canMove, type Missed } from '../rules/states'
import { isTaken } from './closed-days'
import { keepCounts, keepLedger, openCountsOf, openLedger } from './ledger'

export interface MissedVisit {
  readonly visit: AppointmentDoc
  /** Whether its taxpayer may book from now on, by the rules without a hall's own figures. */
  readonly verdict: Verdict
  /** It counted as a no-show before, for never having checked in: nothing more is counted. */
  readonly before: boolean
}

/** The hall stopped before the slot was over: whoever was on the way found it closed. */
const stoppedWithin = (hallDay: HallDayDoc | undefined, { day, end }: AppointmentDoc): boolean =>
  hallDay?.state === 'stopped' && (hallDay.stoppedAt ?? 0) < instantOf(day, end)

const reopenedWithin = (hallDay: HallDayDoc | undefined, { day, start, end }: AppointmentDoc): boolean => {
  const at = hallDay?.stoppedAt
  return at !== undefined && at >= instantOf(day, start) && at < instantOf(day, end)
}

/**
 * Counts a visit as a no-show. Of one that is not booked any more, that came in, that is not over, or whose hall stopped: nothing.
 * @returns what it was and what follows; undefined when nothing was changed
 */
export const missVisit = async (tx: Tx, id: string, missed: Missed): Promise<MissedVisit | undefined> => {
  const doc = await tx.get(appointments, id)
  if (!doc) return undefined
  const before = doc.missed === 'absent' && missed === 'notAtWindow'
  if (!canMove(doc.state, 'noShow') && !(doc.state === 'noShow' && before)) return undefined
  if (missed === 'absent' && (doc.state === 'arrived' || instantOf(doc.day, doc.end) > tx.now))
    return undefined
  const hallDay = await tx.get(hallDays, hallDayId(doc.hallId, doc.day))
  if (isTaken(hallDay, doc) || stoppedWithin(hallDay, doc) || reopenedWithin(hallDay, doc)) return undefined
  const counts = await openCountsOf(tx, id, doc)
  const claim = counts.claim ? { claim: counts.claim.key } : {}
  const ledger = withNoShow(counts.ledger, { id, day: doc.day, ...claim })
  keepCounts(tx, { ...counts, ledger })
  tx.replace(appointments, id, { ...doc, state: 'noShow', missed, changedAt: tx.now })
  return { visit: doc, verdict: suspension(ledger, limitsOn(dayOf(tx.now)), tx.now), before }
}

/** Off every ledger that counts it: a claim that was verified since counts against both. */
const uncount = async (tx: Tx, id: string, doc: AppointmentDoc): Promise<void> => {
  const opened = await openLedger(tx, doc.claim?.account ?? doc.ledgerKey)
  const moved = opened.ledger.moved?.[doc.ledgerKey]
  const counting = [opened, ...(moved ? [await openLedger(tx, moved.to)] : [])]
  for (const { key, ledger } of counting)
    if (ledger.noShows.some((one) => one.id === id)) keepLedger(tx, key, withoutNoShow(ledger, id))
}

export interface Arrival {
  readonly visit: AppointmentDoc
  /** It had been counted as a no-show, and is not any more. */
  readonly cleared: boolean
}

/** Its check-in; heard of late, it takes back that the visit was missed, though not that nobody came to the window. */
export const cameIn = async (tx: Tx, id: string): Promise<Arrival | undefined> => {
  const doc = await tx.get(appointments, id)
  if (!doc || !canMove(doc.state, 'arrived') || doc.missed === 'notAtWindow') return undefined
  const cleared = doc.state === 'noShow'
  if (cleared) await uncount(tx, id, doc)
  const { missed: _missed, ...rest } = doc
  tx.replace(appointments, id, { ...rest, state: 'arrived', changedAt: tx.now })
  return { visit: doc, cleared }
}

/** A no-show that counts no more. @returns whether it was one: false when it was excused before */
export const excuseVisit = async (tx: Tx, id: string): Promise<boolean> => {
  const doc = await tx.get(appointments, id)
  if (!doc || !canMove(doc.state, 'excused')) return false
  await uncount(tx, id, doc)
  tx.replace(appointments, id, { ...doc, state: 'excused', changedAt: tx.now })
  return true
}

/** Visits of a hall's day that were booked, and of which nothing was heard since. */
export async function* unheardOf(store: Store, hallId: string, day: Day): AsyncGenerator<string> {
  for await (const { id, doc } of eachOf(store, appointments, { index: 'hall', where: { hallId, day } }))
    if (doc.state === 'booked') yield id
}

export const visitIn = (tx: Pick<Tx, 'get'>, id: string): Promise<AppointmentDoc | undefined> =>
  tx.get(appointments, id)
