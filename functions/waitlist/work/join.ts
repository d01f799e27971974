/**
 * Joining the line of a full slot, or the ballot of a scarce day. The commit gives the place, by the line's own document; then the slot keeps its seats for the
 * line. Should we die between the two, the next look at the line does it.
 */
import { insistBookable, keepForLine, readSlot, slotId, type SlotPlace } from '../../appointments/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { dayOf, instantOf, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'
import { ballots, waitLines, waits, type LineDoc, type WaitDoc } from '../collections'
import { WAIT_KEPT } from '../data/kept'
import { termsOn } from '../data/terms'
import { stands } from '../rules/states'
import { ballotIdOf, waitIdOf } from './ids'
import { shown, stateAt, type WaitSight } from './show'
import { inLine } from './standing'

export interface JoinWish {
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly taxpayerId?: string | undefined
}

/** What begins with whoever joins first. */
const newLine = (tx: Tx, { hallId, day, start }: SlotPlace, before: LineDoc | undefined): LineDoc => ({
  v: 1,
  hallId,
  day,
  start,
  state: 'standing',
  token: Buffer.from(tx.random(8)).toString('hex'),
  // Places of before are never given again: a seat that is kept for one names it.
  next: before?.next ?? 1,
  changedAt: tx.now,
  expiresAt: instantOf(day) + WAIT_KEPT,
})

/** How many lines this account stands in now, but for this one. */
const otherLines = async (context: Context, waitId: string): Promise<number> => {
  const { items } = await reader(context.store).query(waits, {
    index: 'account',
    where: { accountId: callerId(context) },
    order: 'desc',
  })
  const today = dayOf(context.now)
  return items.filter(({ id, doc }) => id !== waitId && doc.day >= today && stands(stateAt(doc, context.now)))
    .length
}

/** @throws AppError WAITS_ELSEWHERE when another account that acts for the same taxpayer waits */
const ofCaller = (context: Context, wait: WaitDoc): WaitDoc => {
  if (wait.accountId !== callerId(context)) throw new AppError('WAITS_ELSEWHERE')
  return wait
}

/**
 * @throws AppError every refusal of a booking but SLOT_FULL; NOT_FULL, LINE_FULL, WAITS_LIMIT, WAITS_ELSEWHERE, BALLOT_DRAWING
 */
export const joinLine = async (context: Context, wish: JoinWish): Promise<{ readonly wait: WaitSight }> => {
  const place: SlotPlace = { hallId: wish.hallId, day: wish.day, start: wish.start }
  const [{ acting, plan }, slot] = await Promise.all([
    insistBookable(context, wish),
    readSlot(context, place),
  ])
  if (!slot) throw new AppError('NOT_FOUND')
  if (slot.state === 'closed') throw new AppError('SLOT_CLOSED')
  const lineId = slotId(place.hallId, place.day, place.start)
  const id = waitIdOf(context, { lineId, ledgerKey: acting.ledgerKey })
  const terms = termsOn(dayOf(context.now))
  if ((await otherLines(context, id)) >= terms.linesOfOne) throw new AppError('WAITS_LIMIT')
  const newWait = (now: Instant, to: Pick<WaitDoc, 'state' | 'place' | 'ballot'>): WaitDoc => ({
    v: 1,
    accountId: callerId(context),
    taxpayerId: acting.taxpayerId,
    lineId,
    hallId: place.hallId,
    matter: plan.matter.code,
    day: place.day,
    start: place.start,
    end: slot.end,
    ...to,
    offerUntil: 0,
    joinedAt: now,
    changedAt: now,
    expiresAt: instantOf(place.day) + WAIT_KEPT,
  })
  const ballotId = ballotIdOf(place.hallId, place.day)
  const joined = await context.transact(async (tx) => {
    const ballot = await tx.get(ballots, ballotId)
    if (ballot && ballot.state !== 'drawn') {
      // Checked at commit: when it was closed meanwhile, we look again.
      if (ballot.state !== 'open' || ballot.closesAt <= tx.now) throw new AppError('BALLOT_DRAWING')
      const entered = await tx.get(waits, id)
      if (entered && stands(entered.state)) return shown(context, id, ofCaller(context, entered))
      const entry = newWait(tx.now, { state: 'entered', place: 0, ballot: ballotId })
      tx.put(waits, id, entry)
      return shown(context, id, entry)
    }
    const [standing, before] = await Promise.all([tx.get(waitLines, lineId), tx.get(waits, id)])
    const isLine = standing?.state === 'standing'
    if (before && isLine && stands(stateAt(before, tx.now)))
      return shown(context, id, ofCaller(context, before))
    if (!isLine && slot.left.online >= 1) throw new AppError('NOT_FULL')
    // Whoever joins at the same time has changed the line's document, and one of us looks again.
    const waiting = await inLine(context, lineId, 'waiting', terms.longest)
    if (isLine && waiting.length >= terms.longest) throw new AppError('LINE_FULL')
    const line = isLine ? standing : newLine(tx, place, standing)
    const wait = newWait(tx.now, { state: 'waiting', place: line.next })
    tx.put(waitLines, lineId, { ...line, next: line.next + 1, changedAt: tx.now })
    tx.put(waits, id, wait)
    return shown(context, id, wait)
  })
  const line = await reader(context.store).get(waitLines, lineId)
  if (line?.state === 'standing' && slot.line !== line.token) await keepForLine(context, place, line.token)
  return joined
}
