/** Word has come from the other side that something happened: the call is asked for now, not when its turn would come. */
import { transact } from '../store/transact'
import { outsideCalls } from './collections'
import type { OutsideService } from './contract'
import { workCall, type Worker } from './work'

/**
 * What was said is not believed but asked for, so that a call that was forged, came twice or came late changes nothing. One that
 * is being sent at this moment is left to who sends it.
 */
export const hastenCall = async (worker: Worker, service: OutsideService, id: string): Promise<void> => {
  const waits = await transact(worker, async (tx) => {
    const doc = await tx.get(outsideCalls, id)
    if (!doc || doc.state !== 'unknown' || doc.service !== service.name) return false
    if (doc.next !== null && doc.next > tx.now) tx.replace(outsideCalls, id, { ...doc, next: tx.now })
    return true
  })
  if (waits) await workCall(worker, service, id)
}
