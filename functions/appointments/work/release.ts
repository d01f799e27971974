/** Giving a seat back without its owner's doing: a hold ran out, the hall closed the day, the account was erased. Once, however often asked. */
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import { appointments } from '../collections'
import { withoutEntry } from '../rules/ledger'
import { canMove } from '../rules/states'
import { keepLedger, openLedger } from './ledger'
import { giveSeatBack } from './seat'

/**
 * Moves the appointment into `into`, gives its seat back and takes it off the ledger, in one commit. The appointment's
 * own state is the marker: a repeat finds it moved and does nothing.
 * @returns whether this call did it
 */
export const release = (services: Services, id: string, into: 'lapsed' | 'cancelledByHall' | 'cancelled'): Promise<boolean> =>
  transact(services, async (tx) => {
    const doc = await tx.get(appointments, id)
    if (!doc || !canMove(doc.state, into) || (into === 'lapsed' && doc.heldUntil > tx.now)) return false
    const { key, ledger } = await openLedger(tx, doc.ledgerKey)
    giveSeatBack(tx, id, doc)
    keepLedger(tx, key, withoutEntry(ledger, id))
    tx.replace(appointments, id, { ...doc, state: into, changedAt: tx.now })
    return true
  })
