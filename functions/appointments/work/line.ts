/**
 * Seats for those who wait: while a slot has a line, what comes free is nobody's but theirs. A seat is kept for one of them as a
 * claim without an appointment: what is not taken in time is barred and given back by settling, as any such claim.
 */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import { addDays, DAY_MS, dayOf, instantOf, minuteOf, type Instant } from '../../core/pure/time'
import { catalogueOf, type Hall } from '../../halls/public'
import { appointments } from '../collections'
import { slotId } from '../rules/slots'
import { dayVerdict, slotVerdict } from '../rules/window'
import { hallLimits } from './hall-limits'
import { patchSlot } from './patching'
import { freeSeat } from './seat'
import { readSlot, type SlotPlace } from './slot-read'

type Kept = Pick<Services, 'store'>

const idOf = ({ hallId, day, start }: SlotPlace): string => slotId(hallId, day, start)

/** From here on only those of this line get its seats. @returns whether it does: not when the slot is closed or gone */
export const keepForLine = async (services: Kept, place: SlotPlace, line: string): Promise<boolean> =>
  (await patchSlot(services, idOf(place), { set: { line }, when: [{ path: 'state', is: 'open' }] })) !==
  undefined

/** Everybody's again, unless a line that was begun since keeps it. */
export const openForAll = async (services: Kept, place: SlotPlace, line: string): Promise<void> => {
  await patchSlot(services, idOf(place), { unset: ['line'], when: [{ path: 'line', is: line }] })
}

/** What a seat is kept by: never an appointment's id. */
export interface Reservation {
  readonly place: SlotPlace
  readonly id: string
  /** From then on it may be given back by whoever settles. */
  readonly until: Instant
}

const isHolder = (id: string) => ({ path: `holders.${id}`, min: 0 })

/**
 * Keeps a seat. A repeat finds it kept, and keeps it as long as it now says.
 * @returns whether it is kept: not when no seat is left, or the slot is closed
 */
export const reserveSeat = async (
  services: Kept & Pick<Services, 'random'>,
  { place, id, until }: Reservation,
): Promise<boolean> => {
  const unsettled = (): string => Buffer.from(services.random(8)).toString('hex')
  const holder = `holders.${id}`
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    const slot = await readSlot(services, place)
    if (slot?.state !== 'open') return false
    const seen = slot.holders[id]
    if (seen !== undefined && seen >= until) return true
    if (seen === undefined && slot.left.online < 1) return false
    const patched = await patchSlot(services, idOf(place), (sending) => ({
      ...(seen === undefined ? { add: { 'left.online': -1 } } : {}),
      // By its own end, as any claim: see claimSeat.
      set: { [holder]: until + sending - 1, unsettled: unsettled() },
      when: [
        { path: 'state', is: 'open' },
        ...(seen === undefined
          ? ([
              { path: 'left.online', min: 0 },
              { path: holder, absent: true },
            ] as const)
          : [{ path: holder, is: seen }]),
      ],
    }))
    if (patched) return true
  }
  throw new AppError('BUSY')
}

/** Gives it back, once: not when it was taken, or given back before. */
export const returnReserved = async (services: Kept, place: SlotPlace, id: string): Promise<void> => {
  await patchSlot(services, idOf(place), {
    add: { 'left.online': 1 },
    unset: [`holders.${id}`],
    when: [isHolder(id)],
  })
}

/**
 * The seat that an appointment which is over leaves, given back now if it was not before, and where it is.
 * @param at when it was to come back: by the event that says so, not by this instance's clock
 */
export const seatThatCameFree = async (
  services: Services,
  appointmentId: string,
  at: Instant,
): Promise<SlotPlace | undefined> => {
  await freeSeat(services, appointmentId, at)
  const doc = await reader(services.store).get(appointments, appointmentId)
  return doc && doc.hallId !== '' ? { hallId: doc.hallId, day: doc.day, start: doc.start } : undefined
}

/** May a slot be booked at that instant, by the hall's window and the calendar? */
const isInWindow = (hall: Hall, { day, start }: SlotPlace, at: Instant): boolean => {
  const today = dayOf(at)
  return (
    slotVerdict({ today, minute: minuteOf(at), day, start }).ok &&
    dayVerdict({ today, day, sameDay: hall.sameDay, limits: hallLimits({ now: at }, hall) }).ok
  )
}

/** The last instant at which a slot may be booked that can be booked at `at`; `undefined` when it cannot. */
export const bookableUntil = async (
  services: Pick<Services, 'store' | 'clock'>,
  place: SlotPlace,
  at: Instant,
): Promise<Instant | undefined> => {
  const hall = (await catalogueOf(services)).halls.get(place.hallId)
  if (!hall || !isInWindow(hall, place, at)) return undefined
  // From one day to the next the window moves; within a day it stands.
  const start = instantOf(place.day, place.start)
  let last = instantOf(addDays(dayOf(at), 1))
  while (last < start && isInWindow(hall, place, last)) last += DAY_MS
  return Math.min(last, start)
}
