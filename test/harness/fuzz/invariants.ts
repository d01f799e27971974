/** What must hold of seats, appointments and ledgers whatever was called: read from the store, faults in words. */
import { appointments, ledgers, slots, type AppointmentDoc } from '../../../functions/appointments/collections'
import { slotId } from '../../../functions/appointments/rules/slots'
import type { Services } from '../../../functions/core/io/context'
import type { Collection } from '../../../functions/core/io/store/collection'
import type { Doc } from '../../../functions/core/io/store/contract'
import { reader } from '../../../functions/core/io/store/reader'

const everything = async <T extends Doc>({ store }: Pick<Services, 'store'>, collection: Collection<T>): Promise<Map<string, T>> => {
  const found = new Map<string, T>()
  let after: string | undefined
  do {
    const page = await reader(store).query(collection, { index: 'expiry', ...(after === undefined ? {} : { after }) })
    page.items.forEach(({ id, doc }) => found.set(id, doc))
    after = page.next
  } while (after !== undefined)
  return found
}

const stands = ({ state }: AppointmentDoc): boolean => state === 'held' || state === 'booked'

/** Σ holders + left = capacity; a seat for each standing appointment and none besides; each in its taxpayer's ledger. */
export const auditSlots = async (services: Pick<Services, 'store'>): Promise<string[]> => {
  const [allSlots, allAppointments, allLedgers] = await Promise.all([everything(services, slots), everything(services, appointments), everything(services, ledgers)])
  const faults: string[] = []
  for (const [id, slot] of allSlots) {
    const holders = Object.keys(slot.holders)
    if (holders.length + slot.left.online !== slot.capacity.online) faults.push(`${id}: ${holders.length} holders + ${slot.left.online} left ≠ ${slot.capacity.online}`)
    for (const holder of holders) {
      const appointment = allAppointments.get(holder)
      if (!appointment || !stands(appointment) || slotId(appointment.hallId, appointment.day, appointment.start) !== id) faults.push(`${id}: ${holder} holds a seat without standing`)
    }
  }
  for (const [id, appointment] of allAppointments) {
    if (!stands(appointment)) continue
    const slot = allSlots.get(slotId(appointment.hallId, appointment.day, appointment.start))
    if (slot?.holders[id] !== appointment.heldUntil) faults.push(`${id}: ${appointment.state} without its seat`)
    if (!allLedgers.get(appointment.ledgerKey)?.active.some((entry) => entry.id === id)) faults.push(`${id}: not in its ledger`)
  }
  return faults
}
