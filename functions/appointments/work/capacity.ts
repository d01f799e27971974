/** Setting the seats of a slot or a day: never below what is taken, whatever is booked at the same moment. */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { dayOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { hallDays, slots } from '../collections'
import type { Quota } from '../rules/fields'
import { hallDayId, slotId } from '../rules/slots'
import { callerId } from './claim'
import type { SlotSight } from './day'
import { reasonPlace } from './present'

const KINDS = ['online', 'walkIn', 'priority'] as const

const mapQuota = (of: (kind: (typeof KINDS)[number]) => number): Quota => ({ online: of('online'), walkIn: of('walkIn'), priority: of('priority') })

/**
 * Moves capacity and what is left by the same number. Succeeds exactly when capacity is what was seen and nothing left
 * falls below zero; refused, the work runs again on what stands then.
 * @throws AppError CAPACITY_TAKEN when more is taken than the new capacity
 */
const resize = async (tx: Tx, id: string, capacity: Quota): Promise<SlotSight | undefined> => {
  const slot = await tx.peek(slots, id)
  if (!slot) return undefined
  const taken = mapQuota((kind) => slot.capacity[kind] - slot.left[kind])
  if (KINDS.some((kind) => capacity[kind] < taken[kind])) throw new AppError('CAPACITY_TAKEN', { start: slot.start, taken })
  const change = mapQuota((kind) => capacity[kind] - slot.capacity[kind])
  tx.patch(slots, id, {
    add: Object.fromEntries(KINDS.flatMap((kind) => [[`left.${kind}`, change[kind]], [`capacity.${kind}`, change[kind]]])),
    when: KINDS.flatMap((kind) => [{ path: `capacity.${kind}`, is: slot.capacity[kind] }, { path: `left.${kind}`, min: 0 }]),
  })
  const left = mapQuota((kind) => slot.left[kind] + change[kind])
  return { start: slot.start, end: slot.end, state: slot.state, capacity, left, booked: Object.keys(slot.holders).length }
}

export interface Resizing {
  readonly hallId: string
  readonly day: Day
  /** One slot, or all of the day. */
  readonly start?: MinuteOfDay | undefined
  readonly capacity: Quota
  readonly reason: string
}

/** @throws AppError DAY_PAST, NOT_FOUND when the day or slot is not open, CAPACITY_TAKEN */
export const setCapacity = async <R>(context: Context, { hallId, day, start, capacity, reason }: Resizing, show: (slots: readonly SlotSight[]) => R): Promise<R> => {
  if (day < dayOf(context.now)) throw new AppError('DAY_PAST')
  const id = hallDayId(hallId, day)
  const sealed = context.vault.own.seal(reasonPlace(id), reason)
  return context.transact(async (tx) => {
    const hallDay = await tx.peek(hallDays, id)
    const starts = (hallDay?.starts ?? []).filter((at) => start === undefined || at === start)
    if (starts.length === 0) throw new AppError('NOT_FOUND')
    const resized: SlotSight[] = []
    for (const at of starts) {
      const slot = await resize(tx, slotId(hallId, day, at), capacity)
      if (slot) resized.push(slot)
    }
    auditEntry(tx, {
      actor: callerId(context), action: 'appointments/setCapacity', subject: start === undefined ? id : slotId(hallId, day, start), hallId,
      detail: { day, slots: starts, ...capacity, reason: sealed },
    })
    return show(resized)
  })
}
