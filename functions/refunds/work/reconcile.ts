/** Comparing a day's payments with the other side's statement: each difference is written down, for a person to look at. */
import type { Context, Services } from '../../core/io/context'
import { openPayout } from '../../core/io/payout/open'
import { dailyReconciliation } from '../../core/io/payout/reconcile'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { addDays, DAY_MS, type Day } from '../../core/pure/time'
import { payoutDays, refundCases } from '../collections'
import { departureForms } from '../departure/collections'
import { payoutOrders } from '../../core/io/payout/collections'

const KEPT = 3 * 366 * DAY_MS
/** Written down of one day; what is more is told by their number. */
const MOST = 500

/** @returns how many differences; undefined while the other side has no statement of that day. Written down even when there is none. */
const reconcileDay = async (services: Services, day: Day): Promise<number | undefined> => {
  const payout = openPayout(services.settings.payout, services)
  const found = await dailyReconciliation(services, payout, day)
  if (!found) return undefined
  await transact(services, async (tx) => {
    await tx.get(payoutDays, day)
    tx.put(payoutDays, day, {
      v: 1,
      comparedAt: tx.now,
      differences: found.differences.slice(0, MOST).map(({ order, kind, ours, theirs }) => ({
        orderId: order,
        kind,
        ours: ours ?? null,
        theirs: [...theirs],
      })),
      more: Math.max(0, found.differences.length - MOST),
      expiresAt: tx.now + KEPT,
    })
  })
  return found.differences.length
}

/** A statement may come late: days of the last week that were not compared yet are asked for again. */
const BACK = 7

/** @param to the last day that has ended @returns differences of all the days that were compared now */
export const reconcileDays = async (services: Services, to: Day): Promise<number> => {
  const days = Array.from({ length: BACK }, (_, at) => addDays(to, at + 1 - BACK))
  const known = await reader(services.store).getMany(payoutDays, days)
  let differences = 0
  for (const [at, day] of days.entries())
    // The last day is compared anew: what was unsettled may be settled by now.
    if (!known[at] || day === to) differences += (await reconcileDay(services, day)) ?? 0
  return differences
}

/** Those that concern cases of this hall, and those that concern no case at all. */
export const differencesOn = async (context: Pick<Context, 'store'>, hallId: string, day: Day) => {
  const read = reader(context.store)
  const doc = await read.get(payoutDays, day)
  if (!doc) return { day, comparedAt: null, more: 0, differences: [] }
  const orders = await read.getMany(
    payoutOrders,
    doc.differences.map(({ orderId }) => orderId),
  )
  // Of a payment that only they know there is no order, and nothing that it was about.
  const about = [...new Set(orders.flatMap((order) => order?.about ?? []))]
  const [cases, forms] = await Promise.all([
    read.getMany(refundCases, about),
    read.getMany(departureForms, about),
  ])
  const differences = doc.differences.flatMap(({ orderId, kind, ours, theirs }, at) => {
    const place = about.indexOf(orders[at]?.about ?? '')
    const concerned = cases[place] ?? forms[place]
    if (concerned && concerned.hallId !== hallId) return []
    return [
      { orderId, kind, ours, theirs: [...theirs], caseId: cases[place] ? (about[place] ?? null) : null },
    ]
  })
  return { day, comparedAt: doc.comparedAt, more: doc.more, differences }
}
