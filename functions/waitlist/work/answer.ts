/** What one who waits answers: she takes the seat that is offered, leaves the line, or declines. */
import { returnReserved, takeSeat, type SeatAnswer } from '../../appointments/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { waits, type WaitDoc } from '../collections'
import { placeOf } from './offer'
import { shown, stateAt, type WaitSight } from './show'
import { tendLine } from './tend'
import { stands } from '../rules/states'

/** The caller's own, or NOT_FOUND: a stranger's id answers as an unknown one. */
const own = (context: Context, doc: WaitDoc | undefined): WaitDoc => {
  if (!doc || doc.accountId !== callerId(context)) throw new AppError('NOT_FOUND')
  return doc
}

const insistOffered = (doc: WaitDoc, now: number): void => {
  if (doc.state === 'offered' && doc.offerUntil > now) return
  throw new AppError(doc.state === 'offered' || doc.state === 'expired' ? 'OFFER_OVER' : 'NO_OFFER')
}

/**
 * Books the seat that is kept for her, through the same rules and limits as any booking; in the same commit the wait is over.
 * @throws AppError NOT_FOUND, NO_OFFER, OFFER_OVER; every refusal of a booking, which leaves the offer as it is
 */
export const acceptOffer = async (context: Context, id: string): Promise<SeatAnswer> => {
  const told = await context.answered<SeatAnswer>()
  if (told) return told.output
  const wait = own(context, await reader(context.store).get(waits, id))
  insistOffered(wait, context.now)
  const inCommit = async (tx: Tx, appointmentId: string): Promise<void> => {
    const doc = own(context, await tx.get(waits, id))
    insistOffered(doc, tx.now)
    if (doc.place !== wait.place) throw new AppError('OFFER_OVER')
    const { kept: _kept, ...rest } = doc
    tx.replace(waits, id, { ...rest, state: 'booked', offerUntil: 0, appointmentId, changedAt: tx.now })
  }
  const { hallId, matter, day, start, taxpayerId, kept } = wait
  return takeSeat(context, { hallId, matter, day, start, taxpayerId }, 'booked', {
    offered: { kept: kept ?? '', inCommit },
  })
}

/**
 * Leaves the line; with an offer, declines it, and the next is asked at once.
 * @throws AppError NOT_FOUND, NOT_WAITING
 */
export const leaveLine = async (context: Context, id: string): Promise<{ readonly wait: WaitSight }> => {
  let before: WaitDoc | undefined
  const left = await context.transact(async (tx) => {
    const doc = own(context, await tx.get(waits, id))
    before = doc
    if (!stands(stateAt(doc, tx.now))) throw new AppError('NOT_WAITING')
    const { kept: _kept, ...rest } = doc
    const state = doc.state === 'offered' ? 'declined' : 'left'
    const after: WaitDoc = { ...rest, state, offerUntil: 0, changedAt: tx.now }
    tx.replace(waits, id, after)
    return shown(context, id, after)
  })
  if (before) await passOn(context, before)
  return left
}

/** At once, so that the next may have it; the job does it when this fails, and settling gives the seat back. */
const passOn = async (context: Context, { kept, lineId, ...doc }: WaitDoc): Promise<void> => {
  try {
    if (kept !== undefined) await returnReserved(context, placeOf(doc), kept)
    await tendLine(context, lineId)
  } catch (err) {
    context.log.warn({ line: lineId, err }, 'a seat is passed on later')
  }
}
