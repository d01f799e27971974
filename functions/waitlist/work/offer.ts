/**
 * Offering a seat to the next in line: a patch keeps it for her, a commit offers it, and an event ends the offer. Each step is found
 * done by whoever repeats it; a seat that is kept for nobody, because we died between the two, goes back by settling.
 */
import { bookableUntil, reserveSeat, returnReserved, type SlotPlace } from '../../appointments/public'
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { notify } from '../../core/io/notices/notify'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import type { DeclaredNotice } from '../../core/pure/notices'
import { clockText, dayOf, instantOf, MINUTE, minuteOf, type Instant } from '../../core/pure/time'
import { waits, type WaitDoc } from '../collections'
import { notices } from '../data/notices'
import { termsOn } from '../data/terms'
import { isQuiet, offerUntil } from '../rules/offering'
import { canMove } from '../rules/states'
import { keptIdOf } from './ids'
import { inLine } from './standing'

/** Longer than an offer: who accepts in its last moment still finds the seat. */
const GRACE = 2 * MINUTE

export const placeOf = ({ hallId, day, start }: SlotPlace): SlotPlace => ({ hallId, day, start })

export const tellWait = (tx: Tx, notice: DeclaredNotice, id: string, doc: WaitDoc, until?: Instant): void => {
  const { accountId, hallId, day, start, matter, place } = doc
  notify(tx, {
    notice,
    accountId,
    facts: {
      hallId,
      day,
      start,
      matter,
      ...(until === undefined ? {} : { untilClock: clockText(minuteOf(until)) }),
    },
    about: id,
    // Once it has begun, nobody needs to be told any more but by the inbox; an offer that is over is none.
    until: until ?? instantOf(day, start),
    once: `${notice.kind}|${id}|${place}`,
  })
}

/** `done`: look for the next one; `none`: nobody waits; `full`: no seat is left; `later`: nobody is to be disturbed, or it is too late. */
export type Offering = 'done' | 'none' | 'full' | 'later'

/** Offers one seat. Whatever runs it at the same time, each wait is offered one, in the order of their places. */
export const offerNext = async (services: Services, lineId: string): Promise<Offering> => {
  const [next] = await inLine(services, lineId, 'waiting', 1)
  if (!next) return 'none'
  const now = services.clock()
  const terms = termsOn(dayOf(now))
  const place = placeOf(next.doc)
  const last = await bookableUntil(services, place, now)
  if (isQuiet(terms.quiet, now) || last === undefined) return 'later'
  const minutes = next.doc.ballot === undefined ? terms.offerMinutes : terms.ballotOfferMinutes
  const until = offerUntil(now, minutes, last)
  const kept = keptIdOf(next.id, next.doc.place)
  if (!(await reserveSeat(services, { place, id: kept, until: until + GRACE }))) return 'full'
  const stays = await transact(services, async (tx) => {
    const doc = await tx.get(waits, next.id)
    if (!doc || doc.place !== next.doc.place) return false
    if (doc.state === 'offered') return true
    if (!canMove(doc.state, 'offered')) return false
    tx.replace(waits, next.id, { ...doc, state: 'offered', offerUntil: until, kept, changedAt: tx.now })
    tellWait(tx, notices.offered, next.id, doc, until)
    emit(tx, { kind: 'waitlist.offerEnds', due: until, payload: { waitId: next.id, place: doc.place } })
    return true
  })
  // She left while we were looking, or was faster still.
  if (!stays) await returnReserved(services, place, kept)
  return 'done'
}

/** Ends an offer whose time is over; its seat goes back, once. @returns whether this call did it */
export const expireOffer = async (services: Services, id: string, at: Instant): Promise<boolean> => {
  const ended = await transact(services, async (tx) => {
    const doc = await tx.get(waits, id)
    if (!doc || doc.state !== 'offered' || doc.offerUntil > Math.max(at, tx.now)) return undefined
    const { kept, ...rest } = doc
    tx.replace(waits, id, { ...rest, state: 'expired', offerUntil: 0, changedAt: tx.now })
    tellWait(tx, notices.expired, id, doc)
    return { kept, place: placeOf(doc) }
  })
  if (ended?.kept !== undefined) await returnReserved(services, ended.place, ended.kept)
  return ended !== undefined
}
