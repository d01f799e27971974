/** Comparing a day's payments with the other side's statement: each difference is written down, for a person to look at. */
import type { Context, Services } from '../../core/io/context'
import { openPayout } from '../../core/io/payout/open'
import { dailyReconciliation } from '../../core/io/payout/reconcile'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { DAY_MS, type Day } from '../../core/pure/time'
import { payoutDays, refundCases } from '../collections'
import { payoutOrders } from '../../core/io/payout/collections'

const KEPT = 3 * 366 * DAY_MS
/** Written down of one day; what is more is told by their number. */
const MOST = 500

/** @returns how many differences; the day is written down even when there is none */
export const reconcileDay = async (services: Services, day: Day): Promise<number> => {
  const payout = openPayout(services.settings.payout, services)
  const found = await dailyReconciliation(services, payout, day)
  if (!found) return 0
  await transact(services, async (tx) => {
    await tx.get(payoutDays, day)
    tx.put(payoutDays, day, {
      v: 1,
      comparedAt: tx.now,
      differences: found.differences.map(({ order, kind }) => ({ orderId: order, kind })).slice(0, MOST),
      expiresAt: tx.now + KEPT,
    })
  })
  return found.differences.length
}

/** Those that concern cases of this hall, and those that concern no case at all. */
export const differencesOn = async (context: Pick<Context, 'store'>, hallId: string, day: Day) => {
  const read = reader(context.store)
  const doc = await read.get(payoutDays, day)
  if (!doc) return { day, comparedAt: null, differences: [] }
  const orders = await read.getMany(
    payoutOrders,
    doc.differences.map(({ orderId }) => orderId),
  )
  const cases = await read.getMany(
    refundCases,
    orders.map((order) => order?.about ?? ''),
  )
  const differences = doc.differences.flatMap(({ orderId, kind }, at) => {
    const about = orders[at]?.about ?? null
    const theirs = cases[at]
    if (theirs && theirs.hallId !== hallId) return []
    return [{ orderId, kind, caseId: theirs ? about : null }]
  })
  return { day, comparedAt: doc.comparedAt, differences }
}
