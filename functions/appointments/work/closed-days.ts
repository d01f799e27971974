/** Days that their hall has closed. From that commit on nothing of them stands or counts, though the sweep comes later. */
import type { Services } from '../../core/io/context'
import { eachOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Day } from '../../core/pure/time'
import { appointments, hallDays, type AppointmentDoc, type HallDayDoc } from '../collections'
import { takes } from '../rules/closing'
import { withoutCancellation } from '../rules/ledger'
import { hallDayId } from '../rules/slots'
import { isActive } from '../rules/states'
import { keepLedger, openLedger } from './ledger'

export const isClosed = (hallDay: HallDayDoc | undefined): boolean => hallDay?.state === 'stopped'

/** Its hall has closed the day before it began. */
export const isTaken = (
  hallDay: HallDayDoc | undefined,
  when: Pick<AppointmentDoc, 'day' | 'start'>,
): boolean => isClosed(hallDay) && takes(hallDay?.stoppedAt, when)

type Placed = Pick<AppointmentDoc, 'hallId' | 'day' | 'state'>

/** The hall's day of each appointment that it could have closed; the others are over by something else. */
export const hallDaysOf = async (
  { store }: Pick<Services, 'store'>,
  docs: readonly Placed[],
): Promise<(doc: Placed) => HallDayDoc | undefined> => {
  const closable = docs.filter(({ state }) => isActive(state) || state === 'cancelledByHall')
  const ids = [...new Set(closable.map(({ hallId, day }) => hallDayId(hallId, day)))]
  const found = ids.length ? await reader(store).getMany(hallDays, ids) : []
  const byId = new Map(ids.map((id, i) => [id, found[i]]))
  return ({ hallId, day }) => byId.get(hallDayId(hallId, day))
}

/** Opened again in between, the day counts like any other: nothing more of it is forgiven. */
const forgive = (services: Services, id: string): Promise<void> =>
  transact(services, async (tx) => {
    const doc = await tx.get(appointments, id)
    if (!doc || !isTaken(await tx.get(hallDays, hallDayId(doc.hallId, doc.day)), doc)) return
    const opened = await openLedger(tx, doc.claim?.account ?? doc.ledgerKey)
    const moved = opened.ledger.moved?.[doc.ledgerKey]
    // A claim that was verified since counts against both: the account and the taxpayer.
    const counting = [opened, ...(moved ? [await openLedger(tx, moved.to)] : [])]
    for (const { key, ledger } of counting)
      if (ledger.cancellations.some((one) => one.id === id))
        keepLedger(tx, key, withoutCancellation(ledger, id))
  })

/** Cancellations of a closed day that were counted before it was closed count no more. Idempotent. */
export const forgiveDay = async (services: Services, hallId: string, day: Day): Promise<void> => {
  for await (const { id, doc } of eachOf(services.store, appointments, {
    index: 'hall',
    where: { hallId, day },
  }))
    if (doc.state === 'cancelled' || doc.state === 'cancelledLate') await forgive(services, id)
}
