/** Late cancellations, and those that their hall forgave by closing the day: recorded once, whatever is told twice or out of order. */
import { visitIn } from '../../appointments/public'
import type { Services } from '../../core/io/context'
import { transact } from '../../core/io/store/transact'
import { creditEvents } from '../collections'
import { record } from './record'

const once = (services: Services, id: string, kind: 'cancelledLate' | 'forgiven'): Promise<boolean> =>
  transact(services, async (tx) => {
    const [visit, before] = await Promise.all([visitIn(tx, id), tx.get(creditEvents, `${id}.${kind}`)])
    if (before || visit?.state !== 'cancelledLate') return false
    record(tx, id, visit, kind)
    return true
  })

/** Of one in time nothing is recorded: the ledger of `appointments` counts it. */
export const hearCancelled = (services: Services, appointmentId: string): Promise<boolean> =>
  once(services, appointmentId, 'cancelledLate')

export const hearForgiven = (services: Services, appointmentId: string): Promise<boolean> =>
  once(services, appointmentId, 'forgiven')
