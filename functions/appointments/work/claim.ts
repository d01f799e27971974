/**
 * Holding or booking a wish. A booking is one commit of four documents: receipt, slot, ledger, appointment. The first
 * run reads nothing but the ledger; only when it is refused does the next look at the slot, to say why.
 */
import { actingFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { DAY_MS, instantOf, MINUTE, type MinuteOfDay } from '../../core/pure/time'
import { appointments, hallDays, slots, type AppointmentDoc } from '../collections'
import { ledgerVerdict, withEntry } from '../rules/ledger'
import { codeTail, freeTail, hallDayId, slotId, ticketCode } from '../rules/slots'
import { dayNotOpened } from './day'
import { keepLedger, openLedger } from './ledger'
import { nearestFree } from './nearest'
import { planFor, type Plan, type Wish } from './plan'
import { present, type Sight } from './present'
import { claimSeat } from './seat'
import { insist, refusalError } from './words'

/** Appointments are kept this long after their day. */
const KEPT = 400 * DAY_MS

export interface TakeWish extends Wish {
  readonly taxpayerId?: string | undefined
}

/** The whole answer, so that it is checked before the commit and kept in the receipt. */
export interface Shown {
  readonly appointment: Sight
}

/**
 * Takes a seat, held or booked, when the rules and the slot allow it.
 * @throws AppError every refusal of the contract's bookingErrors; SLOT_FULL and SLOT_CLOSED with the nearest free slots
 */
export const takeSeat = async (context: Context, wish: TakeWish, as: 'held' | 'booked'): Promise<Shown> => {
  const acting = await actingFor(context, wish.taxpayerId === undefined ? {} : { taxpayerId: wish.taxpayerId })
  const plan = await planFor(context, wish)
  let runs = 0
  const work = async (tx: Tx): Promise<Shown> => {
    runs += 1
    const id = tx.id('ap')
    const wanted = codeTail(id)
    const { key, ledger } = await openLedger(tx, acting.ledgerKey)
    insist(ledgerVerdict(ledger, { ...plan, matter: plan.matter.code }, { limits: plan.limits, now: tx.now }), context.language)
    const seat = runs === 1 ? { end: plan.end, tail: wanted } : await lookAtSlot(tx, context, plan, wanted)
    const heldUntil = as === 'held' ? tx.now + plan.limits.holdMinutes.value * MINUTE : 0
    const doc = newAppointment(tx, { context, plan, end: seat.end, taxpayerId: acting.taxpayerId, ledgerKey: key, heldUntil, tail: seat.tail })
    claimSeat(tx, { hallId: plan.hall.id, day: plan.day, start: plan.start, end: seat.end, appointmentId: id, until: heldUntil, tail: seat.tail })
    keepLedger(tx, key, withEntry(ledger, { id, hallId: doc.hallId, day: doc.day, start: doc.start, end: doc.end, matter: doc.matter, until: heldUntil }))
    tx.insert(appointments, id, doc)
    if (as === 'held') emit(tx, { kind: 'appointments.holdLapses', due: heldUntil, payload: { appointmentId: id } })
    return { appointment: present(context, plan.catalogue, { id, doc, name: acting.name }) }
  }
  return withNearest(context, plan, () => context.transact(work))
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

const newAppointment = (tx: Tx, { context, plan, end, taxpayerId, ledgerKey, heldUntil, tail }: NewAppointment): AppointmentDoc => ({
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

/** @throws AppError SIGN_IN */
export const callerId = ({ caller }: Pick<Context, 'caller'>): string => {
  if (caller.kind !== 'account') throw new AppError('SIGN_IN')
  return caller.accountId
}

/** Why the claim was refused; or, when it may yet succeed, what to claim. Peeks: the claim's guards decide. */
const lookAtSlot = async (tx: Tx, context: Context, plan: Plan, wanted: string): Promise<{ readonly end: MinuteOfDay; readonly tail: string }> => {
  const slot = await tx.peek(slots, slotId(plan.hall.id, plan.day, plan.start))
  if (!slot) {
    const hallDay = await tx.peek(hallDays, hallDayId(plan.hall.id, plan.day))
    if (!hallDay) throw refusalError({ code: 'DAY_NOT_OPEN', ...dayNotOpened }, context.language)
    throw new AppError(hallDay.state === 'stopped' ? 'SLOT_CLOSED' : 'NOT_FOUND')
  }
  if (slot.state === 'closed') throw new AppError('SLOT_CLOSED')
  const tail = freeTail(wanted, slot.codes)
  if (slot.left.online < 1 || tail === undefined) throw new AppError('SLOT_FULL')
  return { end: slot.end, tail }
}

/** Adds the nearest free slots to a refusal for want of a seat; they are read outside the transaction. */
export const withNearest = async <R>(context: Context, plan: Pick<Plan, 'catalogue' | 'hall' | 'matter' | 'day' | 'start'>, work: () => Promise<R>): Promise<R> => {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof AppError) || (error.code !== 'SLOT_FULL' && error.code !== 'SLOT_CLOSED')) throw error
    throw new AppError(error.code, { nearest: await nearestFree(context, plan.catalogue, plan) }, { cause: error })
  }
}
