/**
 * Looking after a line: offers that are over end, seats that came free are offered in order, and a line that nobody stands in opens its
 * slot for all again. Safe to repeat, to run twice at once, and to die in: each step is true by itself.
 */
import { bookableUntil, keepForLine, openForAll, readSlot, returnReserved } from '../../appointments/public'
import type { Services } from '../../core/io/context'
import { withLease } from '../../core/io/events/lease'
import { allOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import { MINUTE } from '../../core/pure/time'
import { waitLines, waits, type LineDoc } from '../collections'
import { notices } from '../data/notices'
import { canMove, type WaitState } from '../rules/states'
import { expireOffer, offerNext, placeOf, tellWait } from './offer'
import { inLine, isEmpty } from './standing'

const expireAll = async (services: Services, lineId: string): Promise<void> => {
  const now = services.clock()
  for (const { id, doc } of await inLine(services, lineId, 'offered'))
    if (doc.offerUntil <= now) await expireOffer(services, id, now)
}

/** A seat that is kept for it is given back too, where the closing's sweep has not come yet. */
const endWait = async (services: Services, id: string): Promise<void> => {
  const ended = await transact(services, async (tx) => {
    const doc = await tx.get(waits, id)
    if (!doc || !canMove(doc.state, 'over')) return undefined
    const { kept, ...rest } = doc
    tx.replace(waits, id, { ...rest, state: 'over', offerUntil: 0, changedAt: tx.now })
    tellWait(tx, notices.over, id, doc)
    return { kept, place: placeOf(doc) }
  })
  if (ended?.kept !== undefined) await returnReserved(services, ended.place, ended.kept)
}

/** However many: a ballot gives its line to more people than one page of them holds. */
const endThose = async (services: Services, lineId: string, state: WaitState): Promise<void> => {
  for (const { id } of await allOf(services.store, waits, { index: 'line', where: { lineId, state } }))
    await endWait(services, id)
}

/** Nobody of this line can be given a seat any more. */
const endAll = async (services: Services, lineId: string): Promise<void> => {
  for (const state of ['waiting', 'offered'] as const) await endThose(services, lineId, state)
}

/** Nobody who entered the ballot of this slot can be given a seat any more. */
export const endEntries = async (services: Services, lineId: string): Promise<void> => {
  await endThose(services, lineId, 'entered')
}

/** In the commit nobody joins: whoever does at the same time has changed the line's document. */
const markEmptied = (services: Services, lineId: string): Promise<LineDoc | undefined> =>
  transact(services, async (tx) => {
    const line = await tx.get(waitLines, lineId)
    if (line?.state !== 'standing' || !(await isEmpty(services, lineId))) return undefined
    const emptied: LineDoc = { ...line, state: 'emptied', changedAt: tx.now }
    tx.replace(waitLines, lineId, emptied)
    return emptied
  })

/** Longer than a call takes: one that joined, and has kept the slot for a line that was over by then, has done so. */
const LATE = 2 * MINUTE

const close = async (services: Services, lineId: string, line: LineDoc): Promise<void> => {
  await openForAll(services, placeOf(line), line.token)
  if (services.clock() - line.changedAt < LATE) return
  await transact(services, async (tx) => {
    const doc = await tx.get(waitLines, lineId)
    if (doc?.state === 'emptied' && doc.token === line.token)
      tx.replace(waitLines, lineId, { ...doc, state: 'over' })
  })
}

const offerAll = async (services: Services, lineId: string): Promise<void> => {
  while ((await offerNext(services, lineId)) === 'done');
}

export const tendLine = async (services: Services, lineId: string): Promise<void> => {
  const line = await reader(services.store).get(waitLines, lineId)
  if (!line || line.state === 'over' || line.state === 'drawing') return
  if (line.state === 'emptied') return close(services, lineId, line)
  await expireAll(services, lineId)
  const place = placeOf(line)
  const [slot, last] = await Promise.all([
    readSlot(services, place),
    bookableUntil(services, place, services.clock()),
  ])
  if (slot?.state !== 'open' || last === undefined) await endAll(services, lineId)
  else {
    if (slot.line !== line.token) await keepForLine(services, place, line.token)
    await offerAll(services, lineId)
  }
  const emptied = await markEmptied(services, lineId)
  if (emptied) await close(services, lineId, emptied)
}

const LEASE_TTL = 2 * MINUTE

/** Every line, under a lease: what an event did not bring about comes within a minute. @param before what else is looked after, first */
export const tendLines = async (
  services: Services,
  before: (services: Services) => Promise<void>,
): Promise<number> => {
  const run = await withLease(services, 'waitlist.tend', LEASE_TTL, async (lease) => {
    await before(services)
    await lease.renew()
    let tended = 0
    for (const state of ['standing', 'emptied'] as const)
      for (const { id } of await allOf(services.store, waitLines, { index: 'state', where: { state } })) {
        await tendLine(services, id)
        tended += 1
        if (tended % 20 === 0) await lease.renew()
      }
    return tended
  })
  return run.outcome === 'done' ? run.result : 0
}
