/**
 * Holding or booking a wish: the rules look, one patch claims the seat, one commit of receipt, what counts, and appointment
 * books it. The slot is never written inside the commit: docs/adr/0009.
 */
import { actingFor, type Acting } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { emit } from '../../core/io/events/emit'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { instantOf, MINUTE, type Instant } from '../../core/pure/time'
import { appointments, hallDays, slots, type AppointmentDoc } from '../collections'
import { VISIT_KEPT } from '../data/kept'
import { countsVerdict, withBooked, withoutBooked, type Counts } from '../rules/counts'
import { holdsVerdict, withoutTurn } from '../rules/ledger'
import { hallDayId, slotId, ticketCode } from '../rules/slots'
import { attemptOf } from './attempt'
import { isClosed } from './closed-days'
import { keepCounts, openCounts } from './ledger'
import { lookAtCounts } from './look'
import { planFor, type Plan, type Wish } from './plan'
import { present, type Sight } from './present'
import { abandon, claimSeat, type Claim, type Seat } from './seat'
import { daysBy, daysIn, judged, type DaysLook } from './taken'
import { tellTaken } from './tell'
import { callTurn, endTurn, takeTurn } from './turn'
import { insistSeat, slotAt } from './why-not'
import { insist } from './words'

/** A booking's commit follows its claim at once; what has not come by then never will, or will be too late. */
const CLAIM_KEPT = 2 * MINUTE

export interface TakeWish extends Wish {
  readonly taxpayerId?: string | undefined
}

/** A seat that is kept for one who waited, and what else is written in the commit that books it. */
export interface Offered {
  readonly kept: string
  /** Throws when the offer is over. */
  readonly inCommit: (tx: Tx, appointmentId: string) => Promise<void>
}

/** An appointment of hers that the new one takes the place of. */
export interface Instead {
  readonly id: string
  /** Ends it in the commit that books. @returns what counts without it */
  readonly inCommit: (tx: Tx, counts: Counts) => Promise<Counts>
}

export interface TakeOptions {
  readonly offered?: Offered
  readonly instead?: Instead
}

/** The whole answer, so that it is checked before the commit and kept in the receipt. */
export interface SeatAnswer {
  readonly appointment: Sight
}

interface Booking {
  /** The appointment's. */
  readonly id: string
  readonly acting: Acting
  readonly plan: Plan
  /** When the hold lapses; 0 for what is booked at once. */
  readonly heldUntil: Instant
  /** Where its matter is looked at first: what it becomes instead of booked. */
  readonly stands?: Pick<AppointmentDoc, 'state' | 'heldUntil'> | undefined
  readonly offered?: Offered | undefined
  readonly instead?: Instead | undefined
}

/**
 * Takes a seat, held or booked, when the rules and the slot allow it.
 * @throws AppError every refusal of the contract's bookingErrors; SLOT_FULL and SLOT_CLOSED with the nearest free slots
 */
export const takeSeat = async (
  context: Context,
  wish: TakeWish,
  as: 'held' | 'booked',
  { offered, instead }: TakeOptions = {},
): Promise<SeatAnswer> => {
  const acting = await actingFor(context, { scope: 'appointments', taxpayerId: wish.taxpayerId })
  const plan = await planFor(context, wish)
  const [attempt, counts, slot] = await Promise.all([
    attemptOf<SeatAnswer>(context, plan),
    lookAtCounts(context, acting, plan.limits),
    slotAt(context, plan),
  ])
  if ('answer' in attempt) return attempt.answer
  const heldUntil = as === 'held' ? context.now + plan.limits.holdMinutes.value * MINUTE : 0
  const stands =
    heldUntil === 0 && plan.matter.preReview
      ? (await import('./own-seat')).bookedAs(plan, context.now)
      : undefined
  const booking: Booking = { id: attempt.id, acting, plan, heldUntil, stands, offered, instead }
  try {
    await insistCounts(context, booking, counts, daysBy(context.store))
    await insistSeat(context, plan, slot, { own: booking.id, kept: offered?.kept })
    return await takeInTurn(context, booking, counts)
  } catch (error) {
    // What refuses it may be the same call's own booking, made while this one was looking.
    const told = await attemptOf<SeatAnswer>(context, plan)
    if ('answer' in told) return told.answer
    // Other times are looked for where this one is refused, and loaded then.
    const { withNearest } = await import('./own-seat')
    throw await withNearest(context, plan, error)
  }
}

/** One call of a ledger at a time claims its seat and commits. */
const takeInTurn = async (context: Context, booking: Booking, looked: Counts): Promise<SeatAnswer> => {
  const waited = await takeTurn(context, looked)
  try {
    const told = waited ? await lookAgain(context, booking) : undefined
    if (told) {
      await endTurn(context, looked.key)
      return told
    }
    const claim = claimFor(context, booking)
    const seat = await claimSeat(context, claim, (slot) =>
      insistSeat(context, booking.plan, slot, { own: booking.id, kept: booking.offered?.kept }),
    )
    return await commitClaim(context, booking, claim, seat)
  } catch (error) {
    await endTurn(context, looked.key)
    throw error
  }
}

/** What was decided before others had their turn: the same call may have been answered, and limits used up. */
const lookAgain = async (context: Context, booking: Booking): Promise<SeatAnswer | undefined> => {
  const [attempt, counts] = await Promise.all([
    attemptOf<SeatAnswer>(context, booking.plan),
    openCounts(reader(context.store), booking.acting, context.now),
  ])
  if ('answer' in attempt) return attempt.answer
  await insistCounts(context, booking, counts, daysBy(context.store))
  return undefined
}

/** @throws AppError the rule's refusal */
const insistCounts = async (
  { now, language }: Context,
  { plan, heldUntil, instead }: Booking,
  counts: Counts,
  look: DaysLook,
): Promise<void> => {
  const wished = { day: plan.day, start: plan.start, end: plan.end, matter: plan.matter.code }
  const terms = { limits: plan.limits, now }
  const verdict = await judged(counts, look, (standing) =>
    countsVerdict(instead ? withoutBooked(standing, instead.id) : standing, wished, terms),
  )
  insist(verdict, language)
  if (heldUntil) insist(holdsVerdict(counts.ledger, terms), language)
}

const claimFor = ({ now }: Context, { id, plan, heldUntil, offered }: Booking): Claim => ({
  appointmentId: id,
  hallId: plan.hall.id,
  day: plan.day,
  start: plan.start,
  end: plan.end,
  until: heldUntil || now + CLAIM_KEPT,
  kept: offered?.kept,
})

/**
 * For whom the caller would book it, if it had a seat.
 * @throws AppError every refusal of the contract's bookingErrors but SLOT_FULL and SLOT_CLOSED
 */
export const insistBookable = async (
  context: Context,
  wish: TakeWish,
): Promise<{ readonly acting: Acting; readonly plan: Plan }> => {
  const acting = await actingFor(context, { scope: 'appointments', taxpayerId: wish.taxpayerId })
  const plan = await planFor(context, wish)
  const counts = await lookAtCounts(context, acting, plan.limits)
  await insistCounts(context, { id: '', acting, plan, heldUntil: 0 }, counts, daysBy(context.store))
  return { acting, plan }
}

/**
 * Commits what makes the claim an appointment. Refused, its seat goes back at once; when the store was busy it is kept
 * for the repeat, and settled when none comes.
 */
const commitClaim = async (
  context: Context,
  booking: Booking,
  claim: Claim,
  seat: Seat,
): Promise<SeatAnswer> => {
  let runs = 0
  try {
    return await context.transact(async (tx) => {
      runs += 1
      if (runs > 1) await insistNotBarred(tx, claim)
      return book(tx, context, booking, seat)
    })
  } catch (error) {
    if (error instanceof AppError && error.code !== 'BUSY') await abandon(context, claim, seat)
    throw error
  }
}

/**
 * The claim may have been settled before its commit came: the hall closed the day, or it took too long. A repeat then takes
 * the next id.
 * @throws AppError SLOT_CLOSED, BUSY
 */
const insistNotBarred = async (tx: Tx, { appointmentId, hallId, day, start }: Claim): Promise<void> => {
  if (!(await tx.peek(appointments, appointmentId))) return
  const slot = await tx.peek(slots, slotId(hallId, day, start))
  throw new AppError(slot?.state === 'closed' ? 'SLOT_CLOSED' : 'BUSY')
}

/** The hall may have closed the day, though this slot's gate has not fallen yet. @throws AppError SLOT_CLOSED */
const insistOpen = async (tx: Tx, { hall, day }: Plan): Promise<void> => {
  if (isClosed(await tx.peek(hallDays, hallDayId(hall.id, day)))) throw new AppError('SLOT_CLOSED')
}

/** In the commit: the rules once more, then what counts, the appointment, and for a hold its end. */
const book = async (tx: Tx, context: Context, booking: Booking, seat: Seat): Promise<SeatAnswer> => {
  const { id, acting, plan, heldUntil, offered, instead } = booking
  const [found] = await Promise.all([openCounts(tx, acting, tx.now), insistOpen(tx, plan)])
  await insistCounts(context, booking, found, daysIn(tx))
  const counts = instead ? await instead.inCommit(tx, found) : found
  const doc = newAppointment(context, booking, seat)
  const { hallId, day, start, end, matter } = doc
  const ledger = withoutTurn(counts.ledger, callTurn(context))
  // Before a claim was made, all that the account claimed before was folded: see lookAtCounts.
  const turnOver: Counts = { ...counts, ledger: counts.claim ? { ...ledger, pastFolded: true } : ledger }
  keepCounts(tx, withBooked(turnOver, { id, hallId, day, start, end, matter, until: heldUntil }))
  tx.insert(appointments, id, doc)
  await offered?.inCommit(tx, id)
  if (!heldUntil) tellTaken(tx, id, doc)
  if (heldUntil) emit(tx, { kind: 'appointments.holdLapses', due: heldUntil, payload: { appointmentId: id } })
  return { appointment: present(context, plan.catalogue, { id, doc, name: acting.name }) }
}

const newAppointment = (
  context: Context,
  { acting, plan, heldUntil, stands }: Booking,
  { end, tail }: Seat,
): AppointmentDoc => ({
  v: 1,
  accountId: callerId(context),
  taxpayerId: acting.taxpayerId,
  ledgerKey: acting.ledgerKey,
  ...(acting.claim ? { claim: { account: acting.claim.account, number: acting.claim.number } } : {}),
  hallId: plan.hall.id,
  matter: plan.matter.code,
  day: plan.day,
  start: plan.start,
  end,
  ...(stands ?? { state: heldUntil ? 'held' : 'booked', heldUntil }),
  code: ticketCode(plan.start, tail),
  createdAt: context.now,
  changedAt: context.now,
  expiresAt: instantOf(plan.day) + VISIT_KEPT,
})
