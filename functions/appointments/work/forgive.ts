/** Cancellations of a day that its hall closed later: they count no more. */
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { eachOf } from '../../core/io/store/pages'
import { transact } from '../../core/io/store/transact'
import type { Day } from '../../core/pure/time'
import { appointments, hallDays } from '../collections'
import { withoutCancellation } from '../rules/ledger'
import { hallDayId } from '../rules/slots'
import { isTaken } from './closed-days'
import { keepLedger, openLedger } from './ledger'

/** Opened again in between, the day counts like any other: nothing more of it is forgiven. */
const forgive = (services: Services, id: string): Promise<void> =>
  transact(services, async (tx) => {
    const doc = await tx.get(appointments, id)
    if (!doc || !isTaken(await tx.get(hallDays, hallDayId(doc.hallId, doc.day)), doc)) return
    const opened = await openLedger(tx, doc.claim?.account ?? doc.ledgerKey)
    const moved = opened.ledger.moved?.[doc.ledgerKey]
    // A claim that was verified since counts against both: the account and the taxpayer.
    const counting = [opened, ...(moved ? [await openLedger(tx, moved.to)] : [])]
    const counted = counting.filter(({ ledger }) => ledger.cancellations.some((one) => one.id === id))
    for (const { key, ledger } of counted) keepLedger(tx, key, withoutCancellation(ledger, id))
    if (counted.length > 0)
      emit(tx, { kind: 'appointments.forgiven', due: tx.now, payload: { appointmentId: id } })
  })

/** Cancellations of a closed day that were counted before it was closed count no more. Idempotent. */
export const forgiveDay = async (services: Services, hallId: string, day: Day): Promise<void> => {
  for await (const { id, doc } of eachOf(services.store, appointments, {
    index: 'hall',
    where: { hallId, day },
  }))
    if (doc.state === 'cancelled' || doc.state === 'cancelledLate') await forgive(services, id)
}
