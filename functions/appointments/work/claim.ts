/**
 * Holding or booking a wish: the rules look, one patch claims the seat, one commit of receipt, ledger and appointment
 * books it. The slot is never written inside the commit: docs/adr/0009.
 */
import { actingFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { emit } from '../../core/io/events/emit'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { DAY_MS, instantOf, MINUTE, type MinuteOfDay } from '../../core/pure/time'
import { appointments, hallDays, slots, type AppointmentDoc, type SlotDoc } from '../collections'
import { ledgerVerdict, withEntry } from '../rules/ledger'
import { hallDayId, slotId, ticketCode } from '../rules/slots'
import { dayNotOpened } from './day'
import { keepLedger, openLedger } from './ledger'
import { nearestFree } from './nearest'
import { planFor, type Plan, type Wish } from './plan'
import { present, type Sight } from './present'
import { abandon, appointmentIdOf, claimSeat, type Claim, type Seat } from './seat'
import { insist, refusalError } from './words'

/** Appointments are kept this long after their day. */
const KEPT = 400 * DAY_MS
/** A booking's commit follows its claim at once; what has not come by then never will, or will be too late. */
const CLAIM_KEPT = 2 * MINUTE
/** Ids looked at in one read, once the first was barred: few calls ever have a second. */
const ATTEMPTS = 4

export interface TakeWish extends Wish {
  readonly taxpayerId?: string | undefined
}

/** The whole answer, so that it is checked before the commit and kept in the receipt. */
export interface Shown {
  readonly appointment: Sight
}

/**
 * The first id of this call under which nothing was barred. A repeat of an answered call finds its appointment, whatever
 * became of it since, and must claim nothing.
 */
const idOrAnswer = async (
  context: Context,
  plan: Plan,
  from = 0,
  count = 1,
): Promise<{ readonly id: string } | { readonly output: Shown }> => {
  const ids = Array.from({ length: count }, (_, i) => appointmentIdOf(context, plan, from + i))
  const found = await reader(context.store).getMany(appointments, ids)
  const booked = found.some((doc) => doc && doc.state !== 'void')
  const told = booked ? await context.answered<Shown>() : undefined
  return (
    told ??
    ids.filter((_, i) => !found[i]).map((id) => ({ id }))[0] ??
    idOrAnswer(context, plan, from + count, ATTEMPTS)
  )
}

/**
 * Takes a seat, held or booked, when the rules and the slot allow it.
 * @throws AppError every refusal of the contract's bookingErrors; SLOT_FULL and SLOT_CLOSED with the nearest free slots
 */
export const takeSeat = async (context: Context, wish: TakeWish, as: 'held' | 'booked'): Promise<Shown> => {
  const acting = await actingFor(context, { scope: 'appointments', taxpayerId: wish.taxpayerId })
  const plan = await planFor(context, wish)
  const [mine, { ledger }] = await Promise.all([
    idOrAnswer(context, plan),
    openLedger(reader(context.store), acting.ledgerKey),
  ])
  if ('output' in mine) return mine.output
  const wanted = { ...plan, matter: plan.matter.code }
  insist(ledgerVerdict(ledger, wanted, { limits: plan.limits, now: context.now }), context.language)
  const heldUntil = as === 'held' ? context.now + plan.limits.holdMinutes.value * MINUTE : 0
  const claim: Claim = {
    ...plan,
    hallId: plan.hall.id,
    appointmentId: mine.id,
    until: heldUntil || context.now + CLAIM_KEPT,
  }
  return withNearest(context, plan, async () => {
    const seat = await claimSeat(context, claim, (slot) => whyNot(context, plan, slot))
    return confirmClaim(context, { claim, seat }, async (tx) => {
      const { key, ledger: standing } = await openLedger(tx, acting.ledgerKey)
      insist(ledgerVerdict(standing, wanted, { limits: plan.limits, now: tx.now }), context.language)
      const doc = newAppointment(tx, {
        context,
        plan,
        end: seat.end,
        taxpayerId: acting.taxpayerId,
        ledgerKey: key,
        heldUntil,
        tail: seat.tail,
      })
      keepLedger(
        tx,
        key,
        withEntry(standing, {
          id: mine.id,
          hallId: doc.hallId,
          day: doc.day,
          start: doc.start,
          end: doc.end,
          matter: doc.matter,
          until: heldUntil,
        }),
      )
      tx.insert(appointments, mine.id, doc)
      if (as === 'held')
        emit(tx, { kind: 'appointments.holdLapses', due: heldUntil, payload: { appointmentId: mine.id } })
      return { appointment: present(context, plan.catalogue, { id: mine.id, doc, name: acting.name }) }
    })
  })
}

interface Claimed {
  readonly claim: Claim
  readonly seat: Seat
}

/**
 * Commits what makes the claim an appointment. Refused, its seat goes back at once; when the store was busy it is kept
 * for the repeat, and settled when none comes.
 */
const confirmClaim = async (
  context: Context,
  { claim, seat }: Claimed,
  work: (tx: Tx) => Promise<Shown>,
): Promise<Shown> => {
  let runs = 0
  try {
    return await context.transact(async (tx) => {
      runs += 1
      if (runs > 1 && (await tx.peek(appointments, claim.appointmentId))) throw await tooLate(tx, claim)
      return work(tx)
    })
  } catch (error) {
    if (error instanceof AppError && error.code !== 'BUSY') await abandon(context, claim, seat)
    throw error
  }
}

/** The claim was settled before its commit came: the hall closed the day, or it took too long. A repeat then takes the next id. */
const tooLate = async (tx: Tx, { hallId, day, start }: Claim): Promise<AppError> => {
  const slot = await tx.peek(slots, slotId(hallId, day, start))
  return new AppError(slot?.state === 'closed' ? 'SLOT_CLOSED' : 'BUSY')
}

interface NewAppointment {
  readonly context: Context
  readonly plan: Plan
  readonly end: MinuteOfDay
  readonly taxpayerId: string
  readonly ledgerKey: string
  readonly heldUntil: number
  readonly tail: string
}

const newAppointment = (
  tx: Tx,
  { context, plan, end, taxpayerId, ledgerKey, heldUntil, tail }: NewAppointment,
): AppointmentDoc => ({
  v: 1,
  accountId: callerId(context),
  taxpayerId,
  ledgerKey,
  hallId: plan.hall.id,
  matter: plan.matter.code,
  day: plan.day,
  start: plan.start,
  end,
  state: heldUntil ? 'held' : 'booked',
  heldUntil,
  code: ticketCode(plan.start, tail),
  createdAt: tx.now,
  changedAt: tx.now,
  expiresAt: instantOf(plan.day) + KEPT,
})

/** Why the slot gives no seat; or the slot, when it may yet. */
const whyNot = async (
  { store, language }: Context,
  plan: Plan,
  slot: SlotDoc | undefined,
): Promise<SlotDoc> => {
  if (!slot) {
    const hallDay = await reader(store).get(hallDays, hallDayId(plan.hall.id, plan.day))
    if (!hallDay) throw refusalError({ code: 'DAY_NOT_OPEN', ...dayNotOpened }, language)
    throw new AppError(hallDay.state === 'stopped' ? 'SLOT_CLOSED' : 'NOT_FOUND')
  }
  if (slot.state === 'closed') throw new AppError('SLOT_CLOSED')
  if (slot.left.online < 1) throw new AppError('SLOT_FULL')
  return slot
}

/** Adds the nearest free slots to a refusal for want of a seat; they are read outside the transaction. */
export const withNearest = async <R>(
  context: Context,
  plan: Pick<Plan, 'catalogue' | 'hall' | 'matter' | 'day' | 'start'>,
  work: () => Promise<R>,
): Promise<R> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'SLOT_FULL' && error.code !== 'SLOT_CLOSED'))
      throw error
    throw new AppError(
      error.code,
      { nearest: await nearestFree(context, plan.catalogue, plan) },
      { cause: error },
    )
  }
}
