/**
 * Seats: claimed before the commit that books, given back after the commit that ends. What keeps them true is one rule:
 * a holder goes only when nothing can stand under its id any more, its appointment being over or barred (docs/adr/0009).
 */
import type { Context, Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import { DAY_MS, type Day, type Instant, type MinuteOfDay } from '../../core/pure/time'
import { appointments, slots, type AppointmentDoc, type SlotDoc } from '../collections'
import { codeTail, freeTail, holderMark, slotId, tailOf, ticketCode } from '../rules/slots'
import { isActive } from '../rules/states'
import { patchSlot, pauseAfter, type SlotPatch } from './patching'

/** Longer than a call's key is remembered: its repeat finds that this id is barred, and takes the next. */
const BARRED = 7 * DAY_MS

export interface Claim {
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
  /** As the caller was told. */
  readonly end: MinuteOfDay
  readonly appointmentId: string
  /** From then on the claim may be settled. */
  readonly until: Instant
  /** What keeps a seat for whoever was offered it: taken in its stead, while it is there. */
  readonly kept?: string | undefined
}
export interface Seat {
  readonly end: MinuteOfDay
  /** Last four digits of the ticket code. */
  readonly tail: string
}

/** A holder is there whatever its number: a missing number holds no bound. */
const isHolder = (id: string) => ({ path: `holders.${id}`, min: 0 })

/** Throws why the slot gives no seat; or says what to claim instead. */
export type Refusing = (slot: SlotDoc | undefined) => Promise<SlotDoc>

/** The seat that is kept for it, as long as it is; else one that is left: to those of the line also while there is one. */
const seatPatch = (
  kept: string | undefined,
  isKept: boolean,
): Required<Pick<SlotPatch, 'when'>> & SlotPatch =>
  kept !== undefined && isKept
    ? { unset: [`holders.${kept}`], when: [isHolder(kept)] }
    : {
        add: { 'left.online': -1 },
        when: [
          { path: 'left.online', min: 0 },
          ...(kept === undefined ? ([{ path: 'line', absent: true }] as const) : []),
        ],
      }

/**
 * Succeeds exactly when the slot is open, a seat is left that is nobody else's, the appointment holds none yet, the code is free, and the slot
 * ends when the caller was told; or when the appointment holds its seat already, by a repeat or a lost reply.
 * @throws AppError BUSY; whatever `refusing` throws
 */
export const claimSeat = async (context: Context, claim: Claim, refusing: Refusing): Promise<Seat> => {
  const { appointmentId: id, until, kept } = claim
  let isKept = kept !== undefined
  const at = slotId(claim.hallId, claim.day, claim.start)
  let seat: Seat = { end: claim.end, tail: codeTail(id) }
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    const { end, tail } = seat
    // A sending that was given up may land when all is over: by its own token and end, no settling takes it for another.
    const { when, ...seatOf } = seatPatch(kept, isKept)
    const claimed = await patchSlot(context, at, (sending) => ({
      ...seatOf,
      set: {
        [`holders.${id}`]: until + sending - 1,
        [`codes.${tail}`]: holderMark(id),
        unsettled: Buffer.from(context.random(8)).toString('hex'),
      },
      when: [
        { path: 'state', is: 'open' },
        ...when,
        { path: `holders.${id}`, absent: true },
        { path: `codes.${tail}`, absent: true },
        { path: 'end', is: end },
      ],
    }))
    if (claimed) return seat
    const seen = await reader(context.store).get(slots, at)
    const held = seen && tailOf(id, seen.codes)
    if (seen?.holders[id] !== undefined && held !== undefined) return { end: seen.end, tail: held }
    const slot = await refusing(seen)
    isKept = kept !== undefined && slot.holders[kept] !== undefined
    const free = freeTail(codeTail(id), slot.codes)
    if (free === undefined) throw new AppError('SLOT_FULL')
    seat = { end: slot.end, tail: free }
  }
  throw new AppError('BUSY')
}

export type Holder = Pick<AppointmentDoc, 'hallId' | 'day' | 'start' | 'code'> & { readonly id: string }

/** Succeeds exactly once, when the holder is there. Only for an appointment that is over or barred. @throws AppError BUSY */
export const giveBack = async (
  services: Pick<Services, 'store'>,
  { id, hallId, day, start, code }: Holder,
): Promise<void> => {
  await patchSlot(services, slotId(hallId, day, start), {
    add: { 'left.online': 1 },
    unset: [`holders.${id}`, `codes.${code.slice(2)}`],
    when: [isHolder(id)],
  })
}

/**
 * Gives back the seat of an appointment that is over, when its time has come; does nothing for any other, and nothing twice.
 * @param at when that is looked at; an event's own instant, whatever this instance's clock says
 * @throws AppError BUSY
 */
export const freeSeat = async (services: Services, id: string, at = services.clock()): Promise<void> => {
  const doc = await reader(services.store).get(appointments, id)
  if (!doc || isActive(doc.state) || doc.state === 'void' || (doc.returnsAt ?? 0) > at) return
  await giveBack(services, { id, ...doc })
}

/**
 * Nothing can be booked under this id from here on, unless it was before: a commit that is still under way meets a
 * duplicate.
 * @returns what stands under the id
 * @throws AppError BUSY
 */
export const bar = async (
  { store, clock }: Services,
  id: string,
  { day, start, end }: Pick<SlotDoc, 'day' | 'start' | 'end'>,
): Promise<AppointmentDoc> => {
  const now = clock()
  const doc: AppointmentDoc = {
    v: 1,
    accountId: '',
    taxpayerId: '',
    ledgerKey: '',
    hallId: '',
    matter: '',
    day,
    start,
    end,
    state: 'void',
    heldUntil: 0,
    code: '',
    createdAt: now,
    changedAt: now,
    expiresAt: now + BARRED,
  }
  for (let tries = 1; tries <= TRIES.count; tries += 1) {
    const outcome = await store.commit([{ op: 'insert', collection: appointments.name, id, doc }])
    if (outcome.outcome === 'committed') return doc
    const standing = await reader(store).get(appointments, id)
    if (standing) return standing
    await pauseAfter(tries)
  }
  throw new AppError('BUSY')
}

/** A claim whose commit was refused: barred first, because a repeat may be using the same claim. What fails here is settled later. */
export const abandon = async (
  services: Services,
  { hallId, day, start, appointmentId }: Claim,
  { end, tail }: Seat,
): Promise<void> => {
  try {
    const standing = await bar(services, appointmentId, { day, start, end })
    if (!isActive(standing.state))
      await giveBack(services, { id: appointmentId, hallId, day, start, code: ticketCode(start, tail) })
  } catch (err) {
    services.log.warn({ appointmentId, err }, 'a claim was left to be settled')
  }
}
