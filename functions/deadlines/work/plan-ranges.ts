/**
 * The morning's planning: which plans have anything due, and for each a few ranges of its profiles, one event each. It reads one
 * row a plan, never a profile; a plan is a set of days, so that there are few of them however many people there are.
 */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { withLease } from '../../core/io/events/lease'
import type { Store } from '../../core/io/store/contract'
import { transact } from '../../core/io/store/transact'
import { MINUTE, type Day } from '../../core/pure/time'
import { profiles, runs, type ProfileDoc } from '../collections'
import { RUN_KEPT } from '../data/limits'
import { dueOffsets, NO_PLAN } from '../rules/plan'

const LEASE = 'deadlines.remind'
const LEASE_TTL = 2 * MINUTE

/** Quarters of what two hexadecimal digits count: walked side by side. */
const RANGES = [
  { from: '00', before: '40' },
  { from: '40', before: '80' },
  { from: '80', before: 'c0' },
  { from: 'c0', before: 'g' },
] as const

/** Each plan that anybody has: one look each. */
async function* plansIn(store: Store): AsyncGenerator<string> {
  for (let after = NO_PLAN; ;) {
    const page = await store.query<ProfileDoc>(profiles.name, {
      index: 'plan',
      range: { gt: after },
      limit: 1,
    })
    const plan = page.items[0]?.doc.plan
    if (plan === undefined) return
    yield plan
    after = plan
  }
}

/** @returns how many ranges were planned now; those of an earlier run of the day count no more */
const planOne = (services: Services, day: Day, plan: string): Promise<number> =>
  transact(services, async (tx) => {
    const planned = RANGES.map((range, i) => ({ id: `${day}|${plan}|${i}`, range }))
    const [first] = planned
    if (first && (await tx.get(runs, first.id))) return 0
    for (const { id, range } of planned) {
      const expiresAt = tx.now + RUN_KEPT
      const begun = { after: null, done: false, seen: 0, told: 0 } as const
      tx.insert(runs, id, { v: 1, day, plan, ...range, ...begun, expiresAt })
      emit(tx, { kind: 'deadlines.rangeDue', due: tx.now, payload: { run: id } })
    }
    return planned.length
  })

/** May run again, overlap and die at any place: each plan of a day is planned once, in one commit. */
export const planRanges = async (services: Services, day: Day): Promise<number> => {
  const outcome = await withLease(services, LEASE, LEASE_TTL, async (lease) => {
    let ranges = 0
    for await (const plan of plansIn(services.store)) {
      if (dueOffsets(plan, day).length === 0) continue
      await lease.renew()
      ranges += await planOne(services, day, plan)
    }
    return ranges
  })
  return outcome.outcome === 'done' ? outcome.result : 0
}
