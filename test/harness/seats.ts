/** Seats, appointments and ledgers as the store holds them, and what does not agree. */
import { appointments, ledgers, slots } from '../../functions/appointments/collections'
import type { Collection } from '../../functions/core/io/store/collection'
import type { Doc, Store, Stored } from '../../functions/core/io/store/contract'
import type { Instant } from '../../functions/core/pure/time'
import { reader } from '../../functions/core/io/store/reader'

/** Every document of a collection, by its first index. */
export const everything = async <T extends Doc>(store: Store, collection: Collection<T>): Promise<Stored<T>[]> => {
  const index = Object.keys(collection.indexes)[0] ?? ''
  const found: Stored<T>[] = []
  let after: string | undefined
  do {
    const page = await reader(store).query(collection, { index, ...(after === undefined ? {} : { after }) })
    found.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return found
}

/**
 * What must hold at every moment (§2.1.4): seats and holders agree, and slot, ledger and appointment tell the same.
 * @returns what does not, in words
 */
export const seatFaults = async (store: Store, now: Instant): Promise<string[]> => {
  const [slotDocs, appointmentDocs, ledgerDocs] = await Promise.all([
    everything(store, slots), everything(store, appointments), everything(store, ledgers),
  ])
  const wrong: string[] = []
  const holderOf = new Map<string, number>()
  for (const { id, doc } of slotDocs) {
    const holders = Object.entries(doc.holders)
    if (holders.length + doc.left.online !== doc.capacity.online) wrong.push(`${id}: ${holders.length} holders + ${doc.left.online} left ≠ ${doc.capacity.online}`)
    if (doc.left.online < 0) wrong.push(`${id}: ${doc.left.online} left`)
    if (Object.keys(doc.codes).length !== holders.length) wrong.push(`${id}: codes ≠ holders`)
    for (const [holder, until] of holders) holderOf.set(holder, until)
  }
  const active = appointmentDocs.filter(({ doc }) => doc.state === 'held' || doc.state === 'booked')
  for (const { id, doc } of active) {
    if (holderOf.get(id) !== doc.heldUntil) wrong.push(`${id}: ${doc.state}, but its slot says ${holderOf.get(id)}`)
  }
  if (holderOf.size !== active.length) wrong.push(`${holderOf.size} holders, ${active.length} active appointments`)
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
    if (entries.get(id) !== doc.heldUntil && !(doc.state === 'held' && doc.heldUntil <= now)) wrong.push(`${id}: not in its ledger`)
  }
  for (const id of entries.keys()) {
    if (!active.some((one) => one.id === id)) wrong.push(`${id}: in a ledger, but not active`)
  }
  return wrong
}
