/** Seats: claimed, confirmed and given back by one guarded patch of the slot, inside the commit that says why. */
import type { Tx } from '../../core/io/store/transaction'
import type { Guard } from '../../core/io/store/contract'
import type { Day, Instant, MinuteOfDay } from '../../core/pure/time'
import { slots, type AppointmentDoc } from '../collections'
import { slotId } from '../rules/slots'

export interface Claim {
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly end: MinuteOfDay
  readonly appointmentId: string
  /** When the hold lapses; 0 when booked at once. */
  readonly until: Instant
  /** Last four digits of the ticket code. */
  readonly tail: string
}

const tailOf = (doc: Pick<AppointmentDoc, 'code'>): string => doc.code.slice(2)
const isOpen: Guard = { path: 'state', is: 'open' }

/**
 * Succeeds exactly when the slot is open, a seat is left, the appointment holds none yet, the code is free, and the slot
 * ends when the caller was told. Without `otherwise`: a refusal makes the work run again, and look why.
 */
export const claimSeat = (tx: Tx, { hallId, day, start, end, appointmentId, until, tail }: Claim): void =>
  tx.patch(slots, slotId(hallId, day, start), {
    add: { 'left.online': -1 },
    set: { [`holders.${appointmentId}`]: until, [`codes.${tail}`]: 1 },
    when: [
      isOpen, { path: 'left.online', min: 0 }, { path: `holders.${appointmentId}`, absent: true }, { path: `codes.${tail}`, absent: true },
      { path: 'end', is: end },
    ],
  })

/** Succeeds exactly when the slot is open and the hold still has its seat. */
export const confirmSeat = (tx: Tx, id: string, doc: AppointmentDoc): void =>
  tx.patch(slots, slotId(doc.hallId, doc.day, doc.start), {
    set: { [`holders.${id}`]: 0 },
    when: [isOpen, { path: `holders.${id}`, is: doc.heldUntil }],
  })

/** Succeeds exactly once: when the appointment still has its seat. */
export const giveSeatBack = (tx: Tx, id: string, doc: AppointmentDoc): void =>
  tx.patch(slots, slotId(doc.hallId, doc.day, doc.start), {
    add: { 'left.online': 1 },
    unset: [`holders.${id}`, `codes.${tailOf(doc)}`],
    when: [{ path: `holders.${id}`, is: doc.heldUntil }],
  })
