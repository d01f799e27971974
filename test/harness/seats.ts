/** Seats, appointments and ledgers as the store holds them, and what does not agree. */
import {
  appointments,
  hallDays,
  ledgers,
  numbers,
  slots,
  type LedgerDoc,
  type NumberDoc,
  type SlotDoc,
} from '../../functions/appointments/collections'
import type { LedgerEntry } from '../../functions/appointments/rules/ledger'
import { isActive } from '../../functions/appointments/rules/states'
import { events } from '../../functions/core/io/events/collections'
import type { Collection } from '../../functions/core/io/store/collection'
import type { Doc, Store, Stored } from '../../functions/core/io/store/contract'
import type { Instant } from '../../functions/core/pure/time'
import { allOf } from '../../functions/core/io/store/pages'

/** Every document of a collection, by its first index. */
export const everything = async <T extends Doc>(
  store: Store,
  collection: Collection<T>,
): Promise<Stored<T>[]> => {
  const index = Object.keys(collection.indexes)[0] ?? ''
  return allOf(store, collection, { index })
}

/** A seat for one who waits, and may accept it. */
const isKept = (holder: string): boolean => holder.startsWith('wk_')

/**
 * What must hold at every moment: seats and holders agree, and slot, ledger and appointment tell the same. A
 * claim may be ahead of its appointment, or behind its end, only where something will find it: its slot waits to be
 * settled, or an event is due that gives it back.
 * @returns what does not, in words
 */
export const seatFaults = async (store: Store, now: Instant): Promise<string[]> => {
  const [slotDocs, appointmentDocs, ledgerDocs, numberDocs, eventDocs] = await Promise.all([
    everything(store, slots),
    everything(store, appointments),
    everything(store, ledgers),
    everything(store, numbers),
    everything(store, events),
  ])
  const wrong: string[] = []
  const slotOf = new Map<string, SlotDoc>()
  for (const { id, doc } of slotDocs) {
    const holders = Object.keys(doc.holders)
    if (holders.length + doc.left.online !== doc.capacity.online)
      wrong.push(`${id}: ${holders.length} holders + ${doc.left.online} left ≠ ${doc.capacity.online}`)
    if (doc.left.online < 0) wrong.push(`${id}: ${doc.left.online} left`)
    // What keeps a seat for one who waits has no ticket code yet.
    const visitors = holders.filter((holder) => !isKept(holder))
    if (Object.keys(doc.codes).length !== visitors.length) wrong.push(`${id}: codes ≠ holders`)
    for (const holder of holders) {
      if (slotOf.has(holder)) wrong.push(`${holder}: holds two seats`)
      slotOf.set(holder, doc)
    }
  }
  const active = appointmentDocs.filter(({ doc }) => isActive(doc.state))
  for (const { id, doc } of active) {
    const slot = slotOf.get(id)
    if (!slot || slot.hallId !== doc.hallId || slot.day !== doc.day || slot.start !== doc.start)
      wrong.push(`${id}: ${doc.state}, but has no seat`)
    else if (slot.holders[id] === 0 && doc.state === 'held')
      wrong.push(`${id}: ${doc.state}, but its slot says booked`)
  }
  const promised = new Set(
    eventDocs
      .filter(({ doc }) => doc.due !== null)
      .flatMap(({ doc }) => [doc.payload.appointmentId, `${doc.payload.hallId} ${doc.payload.day}`]),
  )
  for (const [id, { holders, unsettled, hallId, day }] of slotOf) {
    const found = (holders[id] ?? 0) > 0 && typeof unsettled === 'string'
    if (
      !found &&
      !promised.has(id) &&
      !promised.has(`${hallId} ${day}`) &&
      !active.some((one) => one.id === id)
    )
      wrong.push(`${id}: holds a seat, is not active, and nobody will find it`)
    if ((holders[id] ?? 0) > 0 && typeof unsettled !== 'string')
      wrong.push(`${id}: a claim that nobody will settle`)
  }
  const codes = active.map(({ doc }) => `${doc.hallId}|${doc.day}|${doc.code}`)
  if (new Set(codes).size !== codes.length) wrong.push('a ticket code twice in a hall and day')
  const entries = new Map<string, number>()
  for (const { id, doc } of ledgerDocs) {
    for (const entry of doc.active) {
      if (entries.has(entry.id)) wrong.push(`${entry.id} in two ledgers, ${id} too`)
      entries.set(entry.id, entry.until)
    }
  }
  for (const { id, doc } of active) {
    // A hold that ran out may be pruned from the ledger before it is swept.
    // What its hall still looks at counts as what is booked does: it lapses never.
    const until = doc.state === 'reviewing' ? 0 : doc.heldUntil
    if (entries.get(id) !== until && !(doc.state === 'held' && doc.heldUntil <= now))
      wrong.push(`${id}: not in its ledger`)
  }
  for (const id of entries.keys()) {
    if (!active.some((one) => one.id === id)) wrong.push(`${id}: in a ledger, but not active`)
  }
  wrong.push(...numberFaults(ledgerDocs, numberDocs, now))
  return wrong
}

/** What an account's ledger holds by a claim stands for the claim's number too, and nothing else does. */
const numberFaults = (
  ledgerDocs: readonly Stored<LedgerDoc>[],
  numberDocs: readonly Stored<NumberDoc>[],
  now: Instant,
): string[] => {
  const told = (number: string | undefined, { id, until }: LedgerEntry): string[] =>
    // A hold that ran out may be pruned from one before the other.
    number === undefined || (until !== 0 && until <= now) ? [] : [`${number} ${id} until ${until}`]
  const claimed = ledgerDocs.flatMap(({ doc }) => doc.active.flatMap((entry) => told(entry.number, entry)))
  const standing = numberDocs.flatMap(({ id, doc }) => doc.active.flatMap((entry) => told(id, entry)))
  return [
    ...claimed.filter((one) => !standing.includes(one)).map((one) => `${one}: does not stand for its number`),
    ...standing.filter((one) => !claimed.includes(one)).map((one) => `${one}: is in no account’s ledger`),
  ]
}

/** In rest, once all that was due is done: the same, and every holder is of a standing appointment, every claim settled, every slot as its day. */
export const restFaults = async (store: Store, now: Instant): Promise<string[]> => {
  const [slotDocs, dayDocs, appointmentDocs, wrong] = await Promise.all([
    everything(store, slots),
    everything(store, hallDays),
    everything(store, appointments),
    seatFaults(store, now),
  ])
  const stopped = new Set(
    dayDocs.filter(({ doc }) => doc.state === 'stopped').map(({ doc }) => `${doc.hallId} ${doc.day}`),
  )
  const state = new Map(appointmentDocs.map(({ id, doc }) => [id, doc.state]))
  for (const { id, doc } of slotDocs) {
    if ((doc.state === 'closed') !== stopped.has(`${doc.hallId} ${doc.day}`))
      wrong.push(`${id}: ${doc.state}, unlike its day`)
    const held = Object.keys(doc.holders).filter((holder) => state.get(holder) === 'held')
    for (const [holder, until] of Object.entries(doc.holders)) {
      if (isKept(holder)) continue
      const standing = state.get(holder) ?? 'none'
      const active = standing !== 'none' && isActive(standing)
      if (standing !== 'held' && (!active || until !== 0))
        wrong.push(`${id}: ${holder} holds until ${until}, its appointment is ${standing}`)
    }
    const isWaitedFor = Object.keys(doc.holders).some(isKept)
    if (typeof doc.unsettled === 'string' && held.length === 0 && !isWaitedFor)
      wrong.push(`${id}: still to be settled`)
  }
  return wrong
}
