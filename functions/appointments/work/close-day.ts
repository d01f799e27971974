/**
 * Closing a day. The commit decides: day, reason, audit and event. Then the gates fall, a patch a slot, here and again in
 * the event's handler until all have; a seat claimed before its gate fell is swept like any other.
 */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context, Services } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { emit } from '../../core/io/events/emit'
import { TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import { dayOf, instantOf, type Day } from '../../core/pure/time'
import { hallDays, type HallDayDoc, type SlotDoc } from '../collections'
import { VISIT_KEPT } from '../data/kept'
import { takes } from '../rules/closing'
import { hallDayId } from '../rules/slots'
import { workingVerdict } from '../rules/window'
import { isTaken } from './closed-days'
import { seeDay } from './day'
import { asSeen, closingOf, moveGates, turnOf, type Gates } from './gates'
import { pauseAfter } from './patching'
import { reasonPlace } from './present'
import { insist } from './words'

export interface Closing {
  readonly hallId: string
  readonly day: Day
  readonly reason: string
}
export interface Closed {
  readonly hallId: string
  readonly day: Day
  readonly affected: number
}

export interface ClosedGates {
  /** Seats taken when the gates fell. */
  readonly taken: number
  /** Those that the closing takes: what had begun by then goes on. */
  readonly slots: readonly SlotDoc[]
}

/** Seats that are held in slots that the closing takes. */
export const heldIn = (slots: readonly Pick<SlotDoc, 'holders'>[]): number =>
  slots.reduce((sum, { holders }) => sum + Object.keys(holders).length, 0)

/** Of a stopped day's slots, those that its closing takes. */
export const slotsTaken = ({ hallDay, slots }: Gates): readonly SlotDoc[] =>
  slots.filter((slot) => isTaken(hallDay, slot))

/**
 * Closes every slot of a stopped day; safe to repeat. The first to have closed them all says how many seats were taken,
 * and nothing is swept before that is written down: everyone tells the same number.
 * @returns undefined when the day is not stopped, or no more
 * @throws AppError BUSY
 */
export const closeGates = async (
  services: Pick<Services, 'store'>,
  hallId: string,
  day: Day,
): Promise<ClosedGates | undefined> => {
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    const gates = await moveGates(services, hallId, day)
    const { hallDay } = gates
    if (hallDay?.state !== 'stopped') return undefined
    const slots = slotsTaken(gates)
    const taken = heldIn(slots)
    // Older documents have no such number.
    if (hallDay.affected !== null) return { taken: hallDay.affected ?? taken, slots }
    const written = await services.store.patch({
      collection: hallDays.name,
      id: hallDayId(hallId, day),
      set: { affected: taken },
      when: [{ path: 'state', is: 'stopped' }, { path: 'affected', is: null }, asSeen('turn', hallDay.turn)],
    })
    if (written.outcome === 'patched') return { taken, slots }
    await pauseAfter(tries)
  }
  throw new AppError('BUSY')
}

const seatsTaken = async ({ store, now }: Context, hallId: string, day: Day): Promise<number> =>
  (await seeDay(store, hallId, day)).slots
    .filter(({ start }) => takes(now, { day, start }))
    .reduce((sum, { booked }) => sum + booked, 0)

/** Reasons of earlier closings that are kept, for those whom they cancelled. */
const REASONS = 20

/** With this closing, that of the last is one of before; closed once more with other words, they take its place. */
const reasonsBefore = (standing: HallDayDoc | undefined): HallDayDoc['reasonsBefore'] => {
  if (standing?.state !== 'open' || standing.reason === null) return standing?.reasonsBefore
  const all: Record<string, string> = { ...standing.reasonsBefore, [closingOf(standing)]: standing.reason }
  const inOrder = Object.entries(all).sort(([a], [b]) => Number(a) - Number(b))
  return Object.fromEntries(inOrder.slice(-REASONS))
}

/** The day as stopped. Closed once more with other words, its gates fell the first time. */
const stopped = (
  standing: HallDayDoc | undefined,
  { hallId, day, reason, now }: Closing & { readonly now: number },
): HallDayDoc => {
  const before = standing?.state === 'stopped' ? standing : undefined
  const earlier = reasonsBefore(standing)
  return {
    v: 1,
    hallId,
    day,
    starts: standing?.starts ?? [],
    state: 'stopped',
    reason,
    ...(earlier ? { reasonsBefore: earlier } : {}),
    turn: before ? turnOf(before) : turnOf(standing) + 1,
    stoppedAt: before?.stoppedAt ?? now,
    affected: before ? (before.affected ?? null) : null,
    expiresAt: instantOf(day) + VISIT_KEPT,
  }
}

/**
 * May it be closed, or closed with other words? A day that was opened may always be, whatever the calendar says since.
 * @throws AppError DAY_PAST, ALREADY_CLOSED, HALL_CLOSED, CALENDAR_UNPUBLISHED
 */
const insistClosable = (
  { vault, language, now }: Context,
  standing: HallDayDoc | undefined,
  { hallId, day, reason }: Closing,
): void => {
  if (day < dayOf(now)) throw new AppError('DAY_PAST')
  if (!standing) return insist(workingVerdict(day), language)
  const said = standing.state === 'stopped' && standing.reason
  if (said && vault.own.open(reasonPlace(hallDayId(hallId, day)), said) === reason)
    throw new AppError('ALREADY_CLOSED')
}

/**
 * `affected` of the audit entry is as of the decision; of the answer, as of when the gates fell.
 * @throws AppError DAY_PAST; ALREADY_CLOSED for the same reason; HALL_CLOSED and CALENDAR_UNPUBLISHED when nothing of it could be
 * booked anyway
 */
export const closeDay = async (context: Context, closing: Closing): Promise<Closed> => {
  const { hallId, day, reason } = closing
  const id = hallDayId(hallId, day)
  const sealed = context.vault.own.seal(reasonPlace(id), reason)
  const affected = await seatsTaken(context, hallId, day)
  const decided = await context.transact(async (tx): Promise<Closed> => {
    const standing = await tx.get(hallDays, id)
    insistClosable(context, standing, closing)
    tx.put(hallDays, id, stopped(standing, { hallId, day, reason: sealed, now: tx.now }))
    auditEntry(tx, {
      actor: callerId(context),
      action: 'appointments/closeDay',
      subject: id,
      hallId,
      detail: { day, affected, reason: sealed },
    })
    emit(tx, { kind: 'appointments.dayClosed', due: tx.now, payload: { hallId, day } })
    return { hallId, day, affected }
  })
  const gates = await closeGates(context, hallId, day)
  return { ...decided, affected: gates?.taken ?? decided.affected }
}
