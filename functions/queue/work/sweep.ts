/** Closing numbers that nobody will call: of a hall that has stopped, and of a day that is over. They count against nobody. */
import type { Services } from '../../core/io/context'
import { allOf, eachOf } from '../../core/io/store/pages'
import { transact } from '../../core/io/store/transact'
import { dayOf, MINUTE } from '../../core/pure/time'
import { hallLines, tickets } from '../collections'
import { notices } from '../data/notices'
import { canMove, isLive } from '../rules/states'
import { bringUp, tellTicket } from './claims'
import { changeLines, type HallDay } from './lines'
import { stepTicket } from './step'
import { withLease } from '../../core/io/events/lease'

/** @param tells whoever waits; what is at a window goes on there. Without it all of the day is closed */
const closeTickets = async (services: Services, at: HallDay, tells: boolean): Promise<number> => {
  let closed = 0
  for await (const { id } of eachOf(services.store, tickets, { index: 'hall', where: { ...at } })) {
    closed += await transact(services, async (tx) => {
      const doc = await tx.get(tickets, id)
      if (!doc || !isLive(doc.state) || !canMove(doc.state, 'closed')) return 0
      if (tells && doc.state === 'serving') return 0
      const after = stepTicket(tx, id, doc, { kind: 'closed', to: 'closed', set: { endedAt: tx.now } })
      if (tells) tellTicket(tx, notices.stopped, { id, doc: after, once: `stopped|${id}` })
      return 1
    })
  }
  return closed
}

/** Of a hall that has stopped: nobody stands in its lines. */
const emptyLines = (services: Services, at: HallDay): Promise<unknown> =>
  changeLines(services, at, (lines) => {
    const waiting = Object.entries(lines.waiting).filter(([, numbers]) => numbers.length > 0)
    if (waiting.length === 0 && lines.again.length === 0) return lines
    const none = Object.fromEntries(waiting.map(([key]) => [key, []]))
    return { ...lines, turn: lines.turn + 1, waiting: { ...lines.waiting, ...none }, again: [] }
  })

const bringAllUp = async (services: Services, at: HallDay): Promise<void> => {
  const lines = await changeLines(services, at, (standing) => standing)
  for (const [window, { claim }] of Object.entries(lines.windows))
    if (claim) await bringUp(services, at, window)
}

/** @param order of whoever gave it: one that comes late moves nothing. @returns how many were closed */
export const stopHall = async (services: Services, at: HallDay, order: number): Promise<number> => {
  const lines = await changeLines(services, at, (standing) =>
    standing.orderedAt >= order || standing.state === 'over'
      ? standing
      : { ...standing, state: 'stopped' as const, orderedAt: order, turn: standing.turn + 1 },
  )
  if (lines.state !== 'stopped' || lines.orderedAt !== order) return 0
  const closed = await closeTickets(services, at, true)
  await emptyLines(services, at)
  await bringAllUp(services, at)
  return closed
}

export const goOn = async (services: Services, at: HallDay, order: number): Promise<void> => {
  await changeLines(services, at, (standing) =>
    standing.orderedAt >= order || standing.state !== 'stopped'
      ? standing
      : { ...standing, state: 'open' as const, orderedAt: order, turn: standing.turn + 1 },
  )
}

const closeDay = async (services: Services, at: HallDay): Promise<void> => {
  await closeTickets(services, at, false)
  await emptyLines(services, at)
  await bringAllUp(services, at)
  await changeLines(services, at, (standing) =>
    standing.state === 'over' ? standing : { ...standing, state: 'over' as const, turn: standing.turn + 1 },
  )
}

/** Longer than a call takes: what it has claimed and not marked by then, nobody is marking. */
const UNDER_WAY = 10_000
const LEASE_TTL = 2 * MINUTE

/** Each minute: calls whose commit was never seen, and days that are over. @returns how many windows and days it went through */
export const settleHalls = async (services: Services): Promise<number> => {
  const run = await withLease(services, 'queue.settle', LEASE_TTL, async (lease) => {
    const now = services.clock()
    let settled = 0
    for (const state of ['open', 'stopped'] as const)
      for (const { doc } of await allOf(services.store, hallLines, { index: 'state', where: { state } })) {
        const at = { hallId: doc.hallId, day: doc.day }
        if (doc.day < dayOf(now)) {
          await closeDay(services, at)
          settled += 1
        } else
          for (const [window, { claim }] of Object.entries(doc.windows)) {
            if (!claim || now - claim.at < UNDER_WAY) continue
            await bringUp(services, at, window)
            settled += 1
          }
        await lease.renew()
      }
    return settled
  })
  return run.outcome === 'done' ? run.result : 0
}
