/**
 * Setting the seats of a slot or a day: never below what is taken, whatever is booked at the same moment. The order is
 * audited, then slots change one by one, then the answer is kept; what could fail is done first and undone together.
 */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { transact, TRIES } from '../../core/io/store/transact'
import { AppError } from '../../core/pure/errors'
import { dayOf, type Day, type MinuteOfDay } from '../../core/pure/time'
import { hallDays, slots, type SlotDoc } from '../collections'
import type { Quota } from '../rules/fields'
import { hallDayId, slotId } from '../rules/slots'
import { sightOf, type SlotSight } from './day'
import { isClosed } from './closed-days'
import { moveGates } from './gates'
import { patchSlot, type SlotPatch } from './patching'
import { reasonPlace } from './present'

const KINDS = ['online', 'walkIn', 'priority'] as const

const mapQuota = (of: (kind: (typeof KINDS)[number]) => number): Quota => ({
  online: of('online'),
  walkIn: of('walkIn'),
  priority: of('priority'),
})
const same = (one: Quota, other: Quota): boolean => KINDS.every((kind) => one[kind] === other[kind])
const least = (one: Quota, other: Quota): Quota => mapQuota((kind) => Math.min(one[kind], other[kind]))

/** @throws AppError CAPACITY_TAKEN when more is taken than the new capacity */
const insistRoom = (slot: SlotDoc, capacity: Quota): void => {
  const taken = mapQuota((kind) => slot.capacity[kind] - slot.left[kind])
  if (KINDS.some((kind) => capacity[kind] < taken[kind]))
    throw new AppError('CAPACITY_TAKEN', { start: slot.start, taken })
}

/** Moves capacity and what is left by the same number. Succeeds exactly when capacity is `from` and nothing left falls below zero. */
const moveBack = (from: Quota, to: Quota): SlotPatch => ({
  add: Object.fromEntries(
    KINDS.flatMap((kind) => [
      [`left.${kind}`, to[kind] - from[kind]],
      [`capacity.${kind}`, to[kind] - from[kind]],
    ]),
  ),
  when: KINDS.flatMap((kind) => [
    { path: `capacity.${kind}`, is: from[kind] },
    { path: `left.${kind}`, min: 0 },
  ]),
})

/** The same, while the slot is open: nothing of a day that was closed meanwhile is changed. */
const move = (from: Quota, to: Quota): SlotPatch => {
  const { when = [], ...patch } = moveBack(from, to)
  return { ...patch, when: [{ path: 'state', is: 'open' }, ...when] }
}

interface Seen {
  readonly id: string
  readonly slot: SlotDoc
}
interface Resized {
  readonly id: string
  /** What the change was made on: what an undoing brings back. */
  readonly before: Quota
  readonly after: SlotDoc
}

/**
 * Until the slot has the capacity wanted of what stands, beginning with what was seen of it; a repeat, or a reply lost,
 * finds it done.
 * @throws AppError CAPACITY_TAKEN, DAY_CLOSED, BUSY
 */
const resize = async (
  context: Context,
  { id, slot }: Seen,
  wanted: (standing: Quota) => Quota,
): Promise<Resized | undefined> => {
  let standing: SlotDoc | undefined = slot
  for (let tries = 1; standing && tries <= TRIES.count; tries += 1) {
    const before: Quota = standing.capacity
    const capacity = wanted(before)
    if (same(capacity, before)) return { id, before, after: standing }
    if (standing.state === 'closed') throw new AppError('DAY_CLOSED')
    insistRoom(standing, capacity)
    const after: SlotDoc | undefined = await patchSlot(context, id, move(before, capacity))
    if (after) return { id, before, after }
    standing = await reader(context.store).get(slots, id)
  }
  if (standing) throw new AppError('BUSY')
  return undefined
}

/** As far as nobody is in the way: taking seats away again may fail, and a capacity set by somebody else since then stays. */
const undo = async (context: Context, changed: readonly Resized[]): Promise<void> => {
  for (const { id, before, after } of [...changed].reverse())
    if (!same(before, after.capacity)) await patchSlot(context, id, moveBack(after.capacity, before))
}

const resizeAll = async (context: Context, seen: readonly Seen[], capacity: Quota): Promise<SlotDoc[]> => {
  const changed: Resized[] = []
  const keep = async (resized: Promise<Resized | undefined>): Promise<Resized[]> => {
    const one = await resized
    if (one) changed.push(one)
    return one ? [one] : []
  }
  try {
    const shrunk: Resized[] = []
    for (const one of seen)
      shrunk.push(...(await keep(resize(context, one, (standing) => least(standing, capacity)))))
    const grown = await Promise.allSettled(
      shrunk.map(({ id, after }) => keep(resize(context, { id, slot: after }, () => capacity))),
    )
    return grown.flatMap((one) => {
      if (one.status === 'rejected') throw one.reason
      return one.value.map(({ after }) => after)
    })
  } catch (error) {
    await undo(context, changed)
    throw error
  }
}

export interface Resizing {
  readonly hallId: string
  readonly day: Day
  /** One slot, or all of the day. */
  readonly start?: MinuteOfDay | undefined
  readonly capacity: Quota
  readonly reason: string
}

/** The slots that an order names, with their ids; gates that an officer's call left half-way are moved first. @throws AppError NOT_FOUND when none is open, DAY_CLOSED */
const namedSlots = async (context: Context, { hallId, day, start }: Resizing): Promise<readonly Seen[]> => {
  const { hallDay, slots } = await moveGates(context, hallId, day)
  if (isClosed(hallDay)) throw new AppError('DAY_CLOSED')
  const named = slots.filter((slot) => start === undefined || slot.start === start)
  if (named.length === 0) throw new AppError('NOT_FOUND')
  return named.map((slot) => ({ id: slotId(hallId, day, slot.start), slot }))
}

/**
 * The order itself, in a commit of its own: nothing changes that is not in the audit. A repeat of the call that gave it last
 * goes on with it.
 * @throws AppError SAME_CAPACITY when there is nothing to change; DAY_CLOSED, NOT_FOUND
 */
const auditOrder = (
  { store, random, now, vault, ...context }: Context,
  { hallId, day, start, capacity, reason }: Resizing,
  seen: readonly Seen[],
): Promise<unknown> => {
  const id = hallDayId(hallId, day)
  const order = context.identity()
  return transact({ store, random, now }, async (tx) => {
    const hallDay = await tx.get(hallDays, id)
    if (!hallDay) throw new AppError('NOT_FOUND')
    if (isClosed(hallDay)) throw new AppError('DAY_CLOSED')
    if (hallDay.order === order) return
    if (seen.every(({ slot }) => same(slot.capacity, capacity))) throw new AppError('SAME_CAPACITY')
    tx.replace(hallDays, id, { ...hallDay, order })
    auditEntry(tx, {
      actor: callerId(context),
      action: 'appointments/setCapacity',
      subject: start === undefined ? id : slotId(hallId, day, start),
      hallId,
      detail: {
        day,
        slots: seen.map(({ slot }) => slot.start),
        ...capacity,
        reason: vault.own.seal(reasonPlace(id), reason),
      },
    })
  })
}

/**
 * Gives the named slots the capacity ordered, each without taking a seat away from anybody.
 * @throws AppError DAY_PAST, DAY_CLOSED, NOT_FOUND when the day or slot is not open, CAPACITY_TAKEN, SAME_CAPACITY; BUSY:
 * a repeat goes on with the order
 */
export const setSeats = async (context: Context, order: Resizing): Promise<readonly SlotSight[]> => {
  if (order.day < dayOf(context.now)) throw new AppError('DAY_PAST')
  const seen = await namedSlots(context, order)
  seen.forEach(({ slot }) => insistRoom(slot, order.capacity))
  await auditOrder(context, order, seen)
  const resized = await resizeAll(context, seen, order.capacity)
  return resized.map(sightOf)
}
